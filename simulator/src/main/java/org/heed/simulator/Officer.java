package org.heed.simulator;

/**
 * An officer or member of staff who records reports.
 *
 * @param care how well they recognise exploitation, 0 to 1; the mean is about one half
 * @param abbreviates share of abbreviable words they abbreviate
 * @param slips share of easily misspelt words they misspell
 * @param prose preferred lay-out: 0 prose, 1 timed log, 2 list, 3 headed
 */
record Officer(
    String id,
    String collar,
    double care,
    double abbreviates,
    double slips,
    int prose,
    double delayHours) {

  static Officer of(Chance force, int number) {
    Chance chance = force.child(number);
    double care = Math.clamp(0.52 + 0.22 * chance.normal(), 0.05, 0.98);
    return new Officer(
        "officer-" + Pad.zeros(number, 3),
        String.valueOf(1000 + number * 37 % 8999),
        care,
        chance.yes(0.4) ? chance.unit() * 0.9 : chance.unit() * 0.15,
        chance.yes(0.5) ? chance.unit() * 0.25 : 0,
        chance.weighted(0.62, 0.14, 0.10, 0.14),
        2 + chance.exponential(7) * (1.4 - care));
  }
}
