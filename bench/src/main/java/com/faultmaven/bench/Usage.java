package com.faultmaven.bench;

import com.faultmaven.bench.process.Cpu;
import com.faultmaven.bench.process.Jvm;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import java.io.IOException;

/**
 * What service and database have used.
 *
 * @param service seconds of processor time
 * @param database the same
 * @param allocated bytes on the service's heap
 */
record Usage(double service, double database, double allocated) {

  static final Usage NONE = new Usage(0, 0, 0);

  static Usage now(Service service, Jvm jvm, Postgres postgres) throws IOException {
    return new Usage(Cpu.of(service.pid()), Cpu.ofFamily(postgres.pid()), jvm.allocated());
  }

  Usage plus(Usage other) {
    return new Usage(
        service + other.service, database + other.database, allocated + other.allocated);
  }

  Usage minus(Usage other) {
    return new Usage(
        service - other.service, database - other.database, allocated - other.allocated);
  }

  Usage each(long requests) {
    return new Usage(service / requests, database / requests, allocated / requests);
  }
}
