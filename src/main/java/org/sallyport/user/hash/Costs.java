package org.sallyport.user.hash;

/**
 * The most that a check may cost, as whoever guesses has it paid as often.
 *
 * @param bcrypt the logarithm of its rounds
 * @param memory of Argon2, in KiB
 * @param passes of Argon2
 * @param iterations of PBKDF2
 * @param rounds of SHA-2 crypt
 */
record Costs(int bcrypt, int memory, int passes, int iterations, int rounds) {

  /** Up to a second or two. */
  static final Costs HIGH = new Costs(16, 128 * 1024, 20, 5_000_000, 1_000_000);

  /** A few times that of ours. */
  static final Costs MODEST = new Costs(12, 64 * 1024, 4, 1_000_000, 200_000);
}
