import { expect, test } from 'vitest';
import { bucketAddress } from './bucket-address';

test.each([
  ['https://s3.eu-west-1.amazonaws.com', false, 'https://pictures.s3.eu-west-1.amazonaws.com/k.webp'],
  ['https://s3.eu-west-1.amazonaws.com', true, 'https://s3.eu-west-1.amazonaws.com/pictures/k.webp'],
  ['http://127.0.0.1:9000/', true, 'http://127.0.0.1:9000/pictures/k.webp'],
  ['https://storage.example.com/s3/', true, 'https://storage.example.com/s3/pictures/k.webp'],
])('a bucket at %s, in the path %s, is found at %s', (at, pathStyle, expected) => {
  expect(bucketAddress({ name: 'pictures', at: new URL(at), pathStyle }, 'k.webp')).toBe(expected);
});
