// Sample events of Zoom: a meeting from its start to its recording, and the check of the URL.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (name: string, fields: JsonObject) =>
  jsonEvent(name, {
    event: name,
    payload: {
      account_id: 'AAAAAABBBB',
      object: {
        uuid: '{alnum22:meeting}==',
        id: '{digits11:meeting}',
        host_id: 'x1yCzABCDEfg23HiJKl4mN',
        topic: 'Weekly review',
        type: 2,
        start_time: '{iso}',
        duration: 60,
        timezone: 'Europe/Berlin',
        ...fields,
      },
    },
    event_ts: '{number:ms}',
  });

export const zoomSamples: Samples = {
  headers: [
    ['User-Agent', 'Zoom Marketplace/1.0a'],
    ['clientid', 'ABCdefGHIjklMNOpqrSTUv'],
    ['x-zm-trackingid', 'v=2.0;clid=us06;rid=WEB_{hex32}'],
    JSON_TYPE,
  ],
  events: [
    event('meeting.started', {}),
    event('meeting.participant_joined', {
      participant: { user_id: '16778240', user_name: 'Jill Chill', join_time: '{iso}' },
    }),
    event('meeting.ended', { end_time: '{iso}' }),
    event('recording.completed', {
      share_url: 'https://example.zoom.us/rec/share/{alnum22:share}',
      total_size: 3328371,
      recording_count: 1,
      recording_files: [{ id: '{uuid:file}', file_type: 'MP4', status: 'completed' }],
    }),
    jsonEvent('endpoint.url_validation', {
      payload: { plainToken: '{alnum22:plain}' },
      event_ts: '{number:ms}',
      event: 'endpoint.url_validation',
    }),
  ],
};
