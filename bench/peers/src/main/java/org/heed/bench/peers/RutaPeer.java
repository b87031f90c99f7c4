package org.heed.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.cas.CAS;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.ruta.engine.Ruta;
import org.apache.uima.ruta.engine.RutaEngine;
import org.apache.uima.util.InvalidXMLException;

/** UIMA Ruta: its seeder of tokens and MARKFAST over one word list. */
public final class RutaPeer implements ToIntFunction<String> {
  private static final String HIT = "org.heed.Hit";

  private final AnalysisEngine engine;
  private final CAS cas;

  public RutaPeer(List<String> phrases)
      throws IOException, InvalidXMLException, ResourceInitializationException {
    Path folder = Files.createTempDirectory("heed-ruta");
    Path list = Files.write(folder.resolve("phrases.txt"), phrases);
    try {
      TypeSystemDescription types =
          UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
      types.addType(HIT, "a phrase", "uima.tcas.Annotation");
      AnalysisEngineDescription description =
          Ruta.createAnalysisEngineDescription(
              "WORDLIST phrases = 'phrases.txt';\nDocument{-> MARKFAST(" + HIT + ", phrases)};",
              types);
      description
          .getAnalysisEngineMetaData()
          .getConfigurationParameterSettings()
          .setParameterValue(RutaEngine.PARAM_RESOURCE_PATHS, new String[] {folder.toString()});
      engine = UIMAFramework.produceAnalysisEngine(description);
      cas = engine.newCAS();
      applyAsInt("once, so that the list is loaded");
    } finally {
      Files.delete(list);
      Files.delete(folder);
    }
  }

  @Override
  public int applyAsInt(String text) {
    try {
      cas.reset();
      cas.setDocumentText(text);
      engine.process(cas);
      return cas.getAnnotationIndex(cas.getTypeSystem().getType(HIT)).size();
    } catch (AnalysisEngineProcessException e) {
      throw new IllegalStateException(e);
    }
  }
}
