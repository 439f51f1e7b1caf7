// Endpoints: created, changed and removed, with their secrets only in the vault.

import { describe, expect, it } from 'vitest';
import { createEndpoints } from '../../../../src/main/engine/endpoints/endpoints.ts';
import type { RunOverrides } from '../../../../src/main/engine/endpoints/overrides.ts';
import { openVault } from '../../../../src/main/engine/secrets/vault.ts';
import { openTable } from '../../../support/tables.ts';
import { tempDir } from '../../../support/temp-dir.ts';

function setup(overrides: RunOverrides = {}) {
  const table = openTable('endpoints');
  const settings = openTable('settings');
  const vault = openVault(tempDir(), null, () => {});
  let last = 0;
  const open = (given: RunOverrides = overrides) =>
    createEndpoints({
      table,
      settings,
      vault,
      overrides: given,
      newId: () => `id_${++last}`,
      now: () => new Date('2026-11-22T12:00:00Z'),
      isProvider: (id) => ['stripe', 'github'].includes(id),
    });
  return { endpoints: open(), open, table, vault };
}

const stripe = {
  name: 'Stripe',
  path: '/stripe',
  provider: 'stripe',
  secrets: [{ label: 'current', value: 'whsec_current_secret_1234' }],
};

describe('endpoints', () => {
  it('always has a default one at /, that stays', () => {
    const { endpoints } = setup();
    expect(endpoints.list()).toMatchObject([{ id: 'ep_default', path: '/', isDefault: true }]);
    expect(() => endpoints.remove('ep_default')).toThrow('cannot be removed');
    expect(() => endpoints.update({ id: 'ep_default', path: '/x' })).toThrow('stays at /');
  });

  it('keeps secrets out of the database: only label and last four characters are there', () => {
    const { endpoints, table } = setup();
    const created = endpoints.create(stripe);
    expect(created.secrets).toMatchObject([{ label: 'current', lastFour: '1234' }]);
    expect([...table.all().values()].join()).not.toContain('whsec_current');
    expect(endpoints.secretsOf(created)).toEqual({
      secrets: [{ label: 'current', value: 'whsec_current_secret_1234' }],
      locked: false,
      testKeys: [],
    });
  });

  it('shows nothing of a secret too short to show four characters of', () => {
    const { endpoints } = setup();
    const created = endpoints.create({ ...stripe, secrets: [{ label: 's', value: 'short' }] });
    expect(created.secrets[0]?.lastFour).toBe('');
  });

  it('rotates: keeps one secret by id, adds another, and accepts what is left out no more', () => {
    const { endpoints, vault } = setup();
    const created = endpoints.create(stripe);
    const first = created.secrets[0]!.id;
    const rotated = endpoints.update({
      id: created.id,
      secrets: [
        { label: 'current', value: 'whsec_new_secret_5678' },
        { id: first, label: 'previous' },
      ],
    });
    expect(rotated.secrets.map((s) => [s.label, s.lastFour])).toEqual([
      ['current', '5678'],
      ['previous', '1234'],
    ]);
    endpoints.update({ id: created.id, secrets: [{ id: rotated.secrets[0]!.id }] });
    const { secrets } = endpoints.secretsOf(rotated);
    expect(secrets.map(({ label }) => label)).toEqual(['current']);
    const former = { label: 'previous', value: 'whsec_current_secret_1234' };
    expect(endpoints.formerSecretsOf(created.id)).toEqual([former]);
    endpoints.remove(created.id);
    expect(vault.reveal(first)).toEqual({ kind: 'missing' });
  });

  it('changes only what is given', () => {
    const { endpoints } = setup();
    const created = endpoints.create({ ...stripe, forwardTo: 'http://localhost:3000/a' });
    const updated = endpoints.update({ id: created.id, respond: { status: 202 } });
    expect(updated).toEqual({ ...created, respond: { ...created.respond, status: 202 } });
  });

  it('refuses a path twice, also with a slash at its end, and unknown providers', () => {
    const { endpoints } = setup();
    endpoints.create(stripe);
    expect(() => endpoints.create({ name: 'b', path: '/stripe/' })).toThrow('already belongs');
    expect(() => endpoints.create({ name: 'c', path: '/' })).toThrow('already belongs');
    expect(() => endpoints.create({ name: 'd', path: '/d', provider: 'nope' })).toThrow(
      'no provider',
    );
  });

  it('is there again after a restart, with its secrets', () => {
    const { endpoints, open } = setup();
    const created = endpoints.create(stripe);
    const again = open();
    expect(again.list()).toEqual(endpoints.list());
    expect(again.secretsOf(again.get(created.id)).secrets).toHaveLength(1);
  });

  it('lays the command line over the default endpoint for this run only', () => {
    const overrides = { provider: 'github', forwardTo: 'http://localhost:9', secret: 'run-secret' };
    const { endpoints, open, table } = setup(overrides);
    const [shown] = endpoints.list();
    expect(shown).toMatchObject({
      provider: 'github',
      forwardTo: 'http://localhost:9',
      secrets: [{ label: 'this run', source: 'environment' }],
    });
    expect(endpoints.secretsOf(shown!).secrets).toEqual([
      { label: 'this run', value: 'run-secret' },
    ]);
    endpoints.update({ id: 'ep_default', forwardTimeoutMs: 5000 });
    expect([...table.all().values()].join()).not.toContain('run-secret');
    expect(open({}).list()[0]).toMatchObject({ provider: null, forwardTo: null, secrets: [] });
  });

  it('lets the user change what the command line set', () => {
    const { endpoints } = setup({ provider: 'github', forwardTo: 'http://localhost:9' });
    const updated = endpoints.update({ id: 'ep_default', forwardTo: null });
    expect(updated).toMatchObject({ provider: 'github', forwardTo: null });
  });

  it('marks a secret that this host’s keychain cannot open as locked', () => {
    const { endpoints, open, vault } = setup();
    const created = endpoints.create(stripe);
    vault.remove([created.secrets[0]!.id]);
    const again = open();
    const endpoint = again.get(created.id);
    expect(endpoint.secrets[0]?.source).toBe('locked');
    expect(again.secretsOf(endpoint)).toEqual({ secrets: [], testKeys: [], locked: true });
  });
});
