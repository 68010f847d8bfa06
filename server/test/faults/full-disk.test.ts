import { mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { File } from '../../src/features/files/file.entity';
import { theServer, type Site } from '../http';
import { noise } from '../pictures';
import { aCompany, theProduct, type Someone, type TestCompany } from '../world';
import { SmallDisk, wayToSmallDisk } from './small-disk';

const kilobyte = 1024;

let disk: SmallDisk;
let site: Site;
let builder: TestCompany;
let owner: Someone;
let picture: Buffer;

async function begin(): Promise<void> {
  disk = await SmallDisk.of(8);
  const { platform } = await theProduct();
  symlinkSync(disk.folder, join(platform.services.config.dataDir, 'files'));
  site = await theServer();
  builder = await aCompany();
  owner = await builder.anOwner();
  picture = await noise(1600, 1200);
}

const upload = () =>
  site.fetch('/uploads?purpose=PROJECT_IMAGE', {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', 'x-file-name': 'house.jpg' },
    body: picture,
    by: owner,
  });

/** What lies on the disk beside the ballast, folders left out. */
const filesOnDisk = () =>
  readdirSync(disk.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.webp/.test(name))
    .toSorted();

const rows = async () => (await builder.as('system').rows(File)).map(({ id }) => id);

const full = [
  {
    code: 'STORAGE_FULL',
    message: 'The server has no room left for files. Nothing was kept.',
  },
];

/** Where nobody may mount, the name says that this was not tried. */
const story = wayToSmallDisk ? describe : describe.skip;

story(wayToSmallDisk ? `with ${wayToSmallDisk}` : 'NOT TRIED: nobody may mount a file system here', () => {
  beforeAll(begin);
  afterAll(() => disk?.discard());

  test('I4 without room an upload is refused and leaves nothing, what is there is served, and room is enough to go on', async () => {
    const first = await upload();
    expect(first.status).toBe(201);
    const [kept, known] = [filesOnDisk(), await rows()];
    expect(kept.length).toBeGreaterThan(2);

    // Enough for the small widths of the picture and not for the large ones.
    await disk.fill(100 * kilobyte);
    for (const attempt of [1, 2]) {
      const { status, json } = await upload();
      expect({ attempt, status, errors: json.errors }).toEqual({ attempt, status: 507, errors: full });
      expect(filesOnDisk()).toEqual(kept);
      expect(await rows()).toEqual(known);
    }
    const served = await site.fetch(first.json.url, { by: owner });
    expect({ status: served.status, whole: served.bytes.length > 10 * kilobyte }).toEqual({
      status: 200,
      whole: true,
    });
    expect((await owner.ask('{ viewer { id } }')).codes).toEqual([]);

    await disk.makeRoom();
    const { status, json } = await upload();
    expect(status).toBe(201);
    expect(filesOnDisk()).toHaveLength(2 * kept.length);
    expect(await rows()).toHaveLength(2);
    expect((await site.fetch(json.url, { by: owner })).status).toBe(200);
  });

  test('I4 without room for what arrives, in the folder of temporary files, it is the same', async () => {
    const [kept, known] = [filesOnDisk(), await rows()];
    const folder = mkdtempSync(join(disk.folder, 'tmp-'));
    const temporary = jest.spyOn(os, 'tmpdir').mockReturnValue(folder);
    try {
      await disk.fill(20 * kilobyte);
      const { status, json } = await upload();
      expect({ status, errors: json.errors }).toEqual({ status: 507, errors: full });
      expect(readdirSync(folder)).toEqual([]);
      await disk.makeRoom();
      expect((await upload()).status).toBe(201);
    } finally {
      temporary.mockRestore();
    }
    expect(filesOnDisk().length).toBeGreaterThan(kept.length);
    expect(await rows()).toHaveLength(known.length + 1);
  });
});
