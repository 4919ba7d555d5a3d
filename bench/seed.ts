/** Makes every run ask the same of the same articles. */
export const SEED = 20_250_218;
