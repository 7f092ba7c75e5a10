import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive; its name is ours and never comes from people. */
export interface ZipEntry {
  name: string;
  bytes: Buffer;
}

const UTF8 = 0x0800;
const DEFLATED = 8;
/** MS-DOS knows no zones and no years before 1980: every file is of that first day. */
const DAY_ONE = 0x0021;

const header = (signature: number, size: number, write: (view: Buffer) => void): Buffer => {
  const view = Buffer.alloc(size);
  view.writeUInt32LE(signature);
  write(view);
  return view;
};

/** A ZIP archive of small files, made in memory: all that a download of one person's data needs. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = (view: Buffer, at: number) => {
      view.writeUInt16LE(UTF8, at);
      view.writeUInt16LE(DEFLATED, at + 2);
      view.writeUInt16LE(DAY_ONE, at + 6);
      view.writeUInt32LE(crc32(bytes), at + 8);
      view.writeUInt32LE(packed.length, at + 12);
      view.writeUInt32LE(bytes.length, at + 16);
      view.writeUInt16LE(path.length, at + 20);
    };
    const local = header(0x04034b50, 30, (view) => {
      view.writeUInt16LE(20, 4);
      common(view, 6);
    });
    const central = header(0x02014b50, 46, (view) => {
      view.writeUInt16LE(20, 4);
      view.writeUInt16LE(20, 6);
      common(view, 8);
      view.writeUInt32LE(offset, 42);
    });
    files.push(local, path, packed);
    directory.push(central, path);
    offset += local.length + path.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(0x06054b50, 22, (view) => {
    view.writeUInt16LE(entries.length, 8);
    view.writeUInt16LE(entries.length, 10);
    view.writeUInt32LE(size, 12);
    view.writeUInt32LE(offset, 16);
  });
  return Buffer.concat([...files, ...directory, end]);
}
