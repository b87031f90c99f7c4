package org.heed.cli.figures;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every method, by the name it is called by. */
final class Methods {
  static final Map<String, Method> ALL = all();

  private Methods() {}

  private static Map<String, Method> all() {
    Map<String, Method> all = new LinkedHashMap<>();
    all.put("poisson-interval", new PoissonIntervalMethod());
    all.put("rate-ratio", new RateRatioMethod());
    all.put("proportion-interval", new ProportionIntervalMethod());
    all.put("decompose", new DecomposeMethod());
    all.put("tipping-point", new TippingPointMethod());
    all.put("chain-ladder", new ChainLadderMethod());
    all.put("nowcast", new NowcastMethod());
    all.put("xmr", new XmrMethod());
    all.put("funnel", new FunnelMethod());
    all.put("missing-data-bounds", new MissingDataBoundsMethod());
    all.put("suppress", new SuppressMethod());
    all.put("cell-key", new CellKeyMethod());
    all.put("agreement", new AgreementMethod());
    all.put("missed-estimate", new MissedEstimateMethod());
    all.put("sample-size", new SampleSizeMethod());
    all.put("stratified-share", new StratifiedShareMethod());
    all.put("self-grades", new SelfGradesMethod());
    all.put("grossed-up", new GrossedUpMethod());
    all.put("fleiss-kappa", new FleissKappaMethod());
    all.put("adjusted-change", new AdjustedChangeMethod());
    all.put("clustered-ratio", new ClusteredRatioMethod());
    all.put("accounting", new AccountingMethod());
    all.put("revisions", new RevisionsMethod());
    all.put("round", new RoundMethod());
    return Collections.unmodifiableMap(all);
  }

  /** The names, for help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ALL.keySet().iterator();
    }
  }
}
