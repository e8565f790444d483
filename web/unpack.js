// LZMA, as its specification has it, without header and end: it is smaller than what browsers unpack
// themselves by a fifth, and old ones can do it too. web/make_page.py packs.

const LITERALS = 3, PLACES = 2; // bits of the byte before, and of the place, that count ("lc" and "pb")

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%,()*+-;.=>?@^_`{|}~';

/* The bytes of a text that has five digits for four of them. */
export function bytesOf(text) {
  const values = new Uint8Array(128), out = new DataView(new ArrayBuffer(text.length / 5 * 4));
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i;
  for (let i = 0, value = 0; i < text.length; i++) {
    value = value * 85 + values[text.charCodeAt(i)];
    if (i % 5 === 4) {
      out.setUint32((i - 4) / 5 * 4, value);
      value = 0;
    }
  }
  return new Uint8Array(out.buffer);
}

/* The bits of a range coder, each with a chance of its own that follows what has been seen. */
class Bits {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 1;
    this.range = 0xFFFFFFFF;
    this.code = 0;
    for (let i = 0; i < 4; i++) this.code = (this.code << 8 | bytes[this.at++]) >>> 0;
  }
  static chances(count) { return new Uint16Array(count).fill(1024); }

  more() {
    if (this.range < 0x1000000) {
      this.range = this.range << 8 >>> 0;
      this.code = (this.code << 8 | this.bytes[this.at++]) >>> 0;
    }
  }
  one(chances, index) {
    const chance = chances[index], bound = (this.range >>> 11) * chance;
    const bit = this.code < bound ? 0 : 1;
    if (bit) {
      this.range -= bound;
      this.code -= bound;
      chances[index] -= chance >>> 5;
    } else {
      this.range = bound;
      chances[index] += 2048 - chance >>> 5;
    }
    this.more();
    return bit;
  }
  even(count) { // bits of equal chances
    let value = 0;
    while (count-- > 0) {
      this.range >>>= 1;
      const bit = this.code >= this.range ? 1 : 0;
      if (bit) this.code -= this.range;
      value = value * 2 + bit;
      this.more();
    }
    return value;
  }
  tree(chances, from, count) { // the highest bit first
    let at = 1;
    for (let i = 0; i < count; i++) at = at * 2 + this.one(chances, from + at);
    return at - (1 << count);
  }
  turned(chances, from, count) { // the lowest bit first
    let at = 1, value = 0;
    for (let i = 0; i < count; i++) {
      const bit = this.one(chances, from + at);
      at = at * 2 + bit;
      value |= bit << i;
    }
    return value;
  }
}

class Lengths {
  constructor() {
    this.choice = Bits.chances(2);
    this.low = Bits.chances(8 << PLACES);
    this.middle = Bits.chances(8 << PLACES);
    this.high = Bits.chances(256);
  }
  next(bits, place) {
    if (!bits.one(this.choice, 0)) return 2 + bits.tree(this.low, place * 8, 3);
    if (!bits.one(this.choice, 1)) return 10 + bits.tree(this.middle, place * 8, 3);
    return 18 + bits.tree(this.high, 0, 8);
  }
}

class Distances {
  constructor() {
    this.slots = Bits.chances(4 * 64);
    this.special = Bits.chances(128);
    this.align = Bits.chances(16);
  }
  next(bits, length) {
    const slot = bits.tree(this.slots, Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1, base = (2 | slot & 1) * 2 ** count;
    if (slot < 14) return base + bits.turned(this.special, base - slot, count);
    return base + bits.even(count - 4) * 16 + bits.turned(this.align, 0, 4);
  }
}

/* The `size` bytes that were packed. */
export function unpack(packed, size) {
  const out = new Uint8Array(size), bits = new Bits(packed), mask = (1 << PLACES) - 1;
  const literals = Bits.chances(0x300 << LITERALS), match = Bits.chances(12 << 4), again = Bits.chances(12);
  const other = [0, 1, 2].map(() => Bits.chances(12)), whole = Bits.chances(12 << 4);
  const lengths = new Lengths(), repeated = new Lengths(), distances = new Distances();
  let state = 0, last = [0, 0, 0, 0], at = 0;

  const literal = () => {
    const from = 0x300 * (at ? out[at - 1] >> 8 - LITERALS : 0);
    let symbol = 1;
    if (state >= 7) {
      let like = out[at - last[0] - 1];
      do {
        const expected = like >> 7 & 1, bit = bits.one(literals, from + (1 + expected << 8) + symbol);
        like <<= 1;
        symbol = symbol * 2 + bit;
        if (bit !== expected) break;
      } while (symbol < 0x100);
    }
    while (symbol < 0x100) symbol = symbol * 2 + bits.one(literals, from + symbol);
    out[at++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  /* Which of the last distances is meant; -1: the last one, for a single byte. */
  const which = place => {
    if (!bits.one(other[0], state)) return bits.one(whole, (state << 4) + place) ? 0 : -1;
    return !bits.one(other[1], state) ? 1 : 2 + bits.one(other[2], state);
  };
  const copy = place => {
    let length = 1;
    if (!bits.one(again, state)) {
      length = lengths.next(bits, place);
      state = state < 7 ? 7 : 10;
      last = [distances.next(bits, length), ...last.slice(0, 3)];
    } else {
      const index = which(place);
      if (index > 0) last.unshift(...last.splice(index, 1));
      if (index >= 0) length = repeated.next(bits, place);
      state = index < 0 ? (state < 7 ? 9 : 11) : state < 7 ? 8 : 11;
    }
    for (const end = Math.min(at + length, size); at < end; at++) out[at] = out[at - last[0] - 1];
  };
  while (at < size) {
    const place = at & mask;
    if (bits.one(match, (state << 4) + place)) copy(place);
    else literal();
  }
  return out;
}
