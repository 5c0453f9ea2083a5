/**
 * The door of ruled synthesis: a synthetic territory whose lettings follow the rules in force, with a declared freedom of those who designate
 * and of those who decide. Pure: a function of a model, rules and a seed.
 */
export { drawTerritory, type DrawnTerritory, type RuledRequest } from './draw-territory.js';
