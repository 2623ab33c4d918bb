// Puts the module together from the streams in which it deflates further. `crates/stage/src/streams.rs` describes them, with the
// numbers of streams and shapes. Each byte of the module goes through here before anything is shown, so these functions have
// plain arguments, which browsers compile to the quickest code.

/** Bytes that the browser's compiler is given at a time, at least. */
const PIECE_BYTES = 65536;

/** Copies `count` bytes of a stream to `out`, from `end` on. Returns the new end. */
const copy = (from, at, stream, count, out, end) => {
  out.set(from.subarray(at[stream], at[stream] + count), end);
  at[stream] += count;
  return end + count;
};

/** Copies a number of a stream, which ends with its first byte below 128. */
const copyNumber = (from, at, stream, out, end) => {
  let place = at[stream];
  while (from[place] > 127) out[end++] = from[place++];
  out[end++] = from[place++];
  at[stream] = place;
  return end;
};

/** The value of the number that is next in a stream: seven bits in each byte. */
const numberAt = (from, place) => {
  let [value, bits] = [0, 0];
  for (; from[place] > 127; bits += 7) value |= (from[place++] & 127) << bits;
  return value | (from[place] << bits);
};

/** Copies a function, but for its length. */
const copyFunction = (from, at, shapes, out, end) => {
  const groups = numberAt(from, at[2]);
  // A number of groups, then for each how many locals of which type it declares.
  for (let left = 1 + 2 * groups; left > 0; left--) end = copyNumber(from, at, 2, out, end);
  let place = at[3];
  for (let depth = 1; depth > 0;) {
    let shape = shapes[(out[end++] = from[place++])];
    if (shape === 12) shape = shapes[256 + (out[end++] = from[place++])];
    switch (shape) {
      case 0:
        break;
      case 1: // a local
        end = copyNumber(from, at, 4, out, end);
        break;
      case 2: // a called function
        end = copyNumber(from, at, 5, out, end);
        break;
      case 3: // a constant
        end = copyNumber(from, at, 6, out, end);
        break;
      case 4: // a load or a store
        end = copyNumber(from, at, 7, out, end);
        end = copyNumber(from, at, 8, out, end);
        break;
      case 5: // one number
        end = copyNumber(from, at, 9, out, end);
        break;
      case 6: // two numbers
        end = copyNumber(from, at, 9, out, end);
        end = copyNumber(from, at, 9, out, end);
        break;
      case 7: // a table
        for (let left = 2 + numberAt(from, at[9]); left > 0; left--) end = copyNumber(from, at, 9, out, end);
        break;
      case 8: // floating point of four bytes
        end = copy(from, at, 9, 4, out, end);
        break;
      case 9: // floating point of eight bytes
        end = copy(from, at, 9, 8, out, end);
        break;
      case 10: // the beginning of a block
        end = copyNumber(from, at, 9, out, end);
        depth++;
        break;
      case 11: // its end
        depth--;
        break;
    }
  }
  at[3] = place;
  return end;
};

/** The bytes of the module in `stored`. They come in pieces: the first are compiled while the next are put together. */
const joined = function* (stored) {
  const from = new Uint8Array(stored);
  const [moduleBytes, functions, ...lengths] = new Uint32Array(stored, 0, 12);
  const shapes = from.subarray(48, 560);
  // Where each stream is read next.
  const at = new Uint32Array(lengths.length);
  lengths.reduce((start, length, stream) => (at[stream] = start) + length, 560);
  // The length of a function is known once the function is there: five bytes are kept free for it.
  const out = new Uint8Array(moduleBytes + 5);
  let end = copy(from, at, 0, lengths[0], out, 0);
  let sent = 0;
  for (let left = functions; left > 0; left--) {
    const start = end + 5;
    const bytes = copyFunction(from, at, shapes, out, start) - start;
    let rest = bytes;
    for (; rest > 127; rest >>= 7) out[end++] = (rest & 127) | 128;
    out[end++] = rest;
    out.copyWithin(end, start, start + bytes);
    end += bytes;
    if (end - sent < PIECE_BYTES) continue;
    yield out.subarray(sent, end);
    sent = end;
  }
  end = copy(from, at, 1, lengths[1], out, end);
  yield out.subarray(sent, end);
};
