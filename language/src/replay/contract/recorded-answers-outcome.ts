/** Candidatures of the record of which it says the same: words of the facts with role `décision`, `réponse`, `motif`; absent: nothing. */
export interface AnswerCount {
    /** What the commission decided. */
    readonly decision?: string;
    /** What the household answered to the offer. */
    readonly answer?: string;
    /** Why it refused, or why the commission did. */
    readonly reason?: string;
    readonly candidatures: number;
}
