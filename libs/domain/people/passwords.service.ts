import { Injectable } from '@nestjs/common';
import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';
import { Invalid } from '#platform/errors';

/** OWASP's figures for argon2id. */
const ARGON: Options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing and checking passwords. */
@Injectable()
export class Passwords {
  /** Stands in for the hash of an account without one, so that unknown and known addresses cost the same work. */
  private readonly nobodys = hash('nobody has this password', ARGON);

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), ARGON);
  }

  /** False for an account without a password, after the same work. */
  async fits(password: string, passwordHash: string | null): Promise<boolean> {
    const fits = await verify(passwordHash ?? (await this.nobodys), password.normalize('NFC'));
    return fits && passwordHash !== null;
  }

  /** @throws Invalid for a password that is guessed first */
  check(password: string, { email, name }: { email: string; name: string }): void {
    const plain = password.toLowerCase();
    const tooNear = [email, email.split('@')[0] ?? '', name, 'throughline', 'password'].some(
      (word) => word.length >= 4 && plain.replaceAll(word.toLowerCase(), '').length < 6,
    );
    if (tooNear || new Set(plain).size < 5)
      throw Invalid.field(
        'password',
        'TOO_EASY',
        'This password is easy to guess. Choose one that is not your name or address; four words are good.',
      );
  }
}
