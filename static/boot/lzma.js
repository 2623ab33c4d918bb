/**
 * The bytes of an LZMA stream with its 13 byte head (the `.lzma` format): a fifth smaller than what browsers inflate
 * by themselves, which is what a page that goes by mail is for. After the LZMA specification of the LZMA SDK.
 * Damaged input gives wrong bytes, never an endless loop: every turn writes at least one byte of the length in the head.
 */
const unlzma = (input) => {
  const lc = input[0] % 9;
  const lp = ((input[0] / 9) | 0) % 5;
  const pb = (input[0] / 45) | 0;
  const size = input[5] + input[6] * 0x100 + input[7] * 0x10000 + input[8] * 0x1000000;
  const out = new Uint8Array(size);
  const model = (length) => new Uint16Array(length).fill(1024);
  const lengths = () => ({ choice: model(2), low: model(16 << 3), middle: model(16 << 3), high: model(256) });

  let at = 18;
  let range = 0xffffffff;
  let code = ((input[14] << 24) | (input[15] << 16) | (input[16] << 8) | input[17]) >>> 0;
  const refill = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | input[at]) >>> 0;
      at += 1;
    }
  };
  const bit = (probabilities, n) => {
    const bound = (range >>> 11) * probabilities[n];
    let one = 0;
    if (code < bound) {
      range = bound;
      probabilities[n] += (2048 - probabilities[n]) >>> 5;
    } else {
      range -= bound;
      code -= bound;
      probabilities[n] -= probabilities[n] >>> 5;
      one = 1;
    }
    refill();
    return one;
  };
  const tree = (probabilities, from, bits) => {
    let symbol = 1;
    for (let n = 0; n < bits; n += 1) symbol = (symbol << 1) | bit(probabilities, from + symbol);
    return symbol - (1 << bits);
  };
  const reversed = (probabilities, from, bits) => {
    let [symbol, value] = [1, 0];
    for (let n = 0; n < bits; n += 1) {
      const one = bit(probabilities, from + symbol);
      symbol = (symbol << 1) | one;
      value |= one << n;
    }
    return value;
  };
  const direct = (bits) => {
    let value = 0;
    for (let n = 0; n < bits; n += 1) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      value = value * 2 + one;
      refill();
    }
    return value;
  };

  const literals = model(0x300 << (lc + lp));
  const [match, repeat, short] = [model(12 << 4), model(12), model(12 << 4)];
  const [repeat0, repeat1, repeat2] = [model(12), model(12), model(12)];
  const [slots, special, aligned] = [model(4 << 6), model(115), model(16)];
  const [matchLength, repeatLength] = [lengths(), lengths()];
  const length = (model, position) => {
    if (!bit(model.choice, 0)) return 2 + tree(model.low, position << 3, 3);
    if (!bit(model.choice, 1)) return 10 + tree(model.middle, position << 3, 3);
    return 18 + tree(model.high, 0, 8);
  };
  const distance = (count) => {
    const slot = tree(slots, Math.min(count - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + reversed(special, base - slot, bits);
    return base + direct(bits - 4) * 16 + reversed(aligned, 0, 4);
  };

  let [state, position] = [0, 0];
  let last = [0, 0, 0, 0];
  while (position < size) {
    const aside = position & ((1 << pb) - 1);
    if (!bit(match, (state << 4) + aside)) {
      const before = position ? out[position - 1] : 0;
      const from = 0x300 * (((position & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      let symbol = 1;
      if (state >= 7) {
        let expected = out[position - last[0] - 1];
        while (symbol < 0x100) {
          const wanted = (expected >> 7) & 1;
          expected <<= 1;
          const one = bit(literals, from + ((1 + wanted) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (one !== wanted) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, from + symbol);
      out[position] = symbol;
      position += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count = 1;
    if (!bit(repeat, state)) {
      count = length(matchLength, aside);
      last = [distance(count), last[0], last[1], last[2]];
      state = state < 7 ? 7 : 10;
    } else {
      const again = bit(repeat0, state);
      if (again) {
        const n = bit(repeat1, state) ? 2 + bit(repeat2, state) : 1;
        last = [last[n], ...last.filter((_, other) => other !== n)];
      }
      if (!again && !bit(short, (state << 4) + aside)) {
        state = state < 7 ? 9 : 11;
      } else {
        count = length(repeatLength, aside);
        state = state < 7 ? 8 : 11;
      }
    }
    for (const end = Math.min(position + count, size); position < end; position += 1) {
      out[position] = out[position - last[0] - 1];
    }
  }
  return out;
};
