import type { ChartPicture } from './chart-svg.js';

/** Twice the size on the screen: sharp on paper and on a projector. */
const SCALE = 2;

/** A picture in dots, drawn by this page. Rejects where the browser cannot draw it. */
export async function chartPng({ svg, width, height }: ChartPicture): Promise<Blob> {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((resolve, reject) => {
            canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
        });
    } finally {
        URL.revokeObjectURL(url);
    }
}
