// The one part of the localtunnel package that is used; its published types leave it out.

declare module 'localtunnel/lib/TunnelCluster.js' {
  import type { EventEmitter } from 'node:events';

  interface ClusterOptions {
    remote_host: string;
    remote_ip?: string | undefined;
    remote_port: number;
    local_port: number;
    local_host?: string | undefined;
  }

  class TunnelCluster extends EventEmitter {
    constructor(options: ClusterOptions);
    opts: ClusterOptions;
    /** Dials the server once; once connected, dials the local port and pipes the two together. */
    open(): void;
  }
  export = TunnelCluster;
}
