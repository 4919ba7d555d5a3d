/**
 * The number that `wanted` of these reach, the least of all where there are no more; 0 for none. Found
 * without sorting all of them (Hoare, “Algorithm 65: Find”, 1961).
 */
export function leastOf(numbers: Float32Array | Float64Array, wanted: number): number {
  const place = Math.max(0, numbers.length - wanted);
  const left = numbers.slice();
  let [from, to] = [0, left.length - 1];
  while (from < to) {
    const pivot = left[(from + to) >> 1] ?? 0;
    let [low, high] = [from, to];
    while (low <= high) {
      while ((left[low] ?? 0) < pivot) low += 1;
      while ((left[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      const moved = left[low] ?? 0;
      left[low++] = left[high] ?? 0;
      left[high--] = moved;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return left[place] ?? 0;
}
