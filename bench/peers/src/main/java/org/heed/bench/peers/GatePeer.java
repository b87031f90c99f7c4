package org.heed.bench.peers;

import gate.Document;
import gate.Factory;
import gate.Gate;
import gate.creole.ExecutionException;
import gate.creole.gazetteer.DefaultGazetteer;
import gate.util.GateException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/** GATE's gazetteer over the bare text, without its tokeniser. */
public final class GatePeer implements ToIntFunction<String> {
  private final DefaultGazetteer gazetteer;

  public GatePeer(List<String> phrases) throws IOException, GateException, URISyntaxException {
    Path folder = Files.createTempDirectory("heed-gate");
    Path list = Files.write(folder.resolve("phrases.lst"), phrases);
    Path lists = Files.writeString(folder.resolve("lists.def"), "phrases.lst:phrase\n");
    try {
      Gate.runInSandbox(true);
      Gate.init();
      Gate.getCreoleRegister().registerComponent(DefaultGazetteer.class);
      gazetteer = new DefaultGazetteer();
      gazetteer.setListsURL(new gate.creole.ResourceReference(lists.toUri()));
      gazetteer.setCaseSensitive(true);
      gazetteer.setEncoding("UTF-8");
      gazetteer.setLongestMatchOnly(false);
      gazetteer.setWholeWordsOnly(true);
      gazetteer.init();
    } finally {
      Files.delete(list);
      Files.delete(lists);
      Files.delete(folder);
    }
  }

  @Override
  public int applyAsInt(String text) {
    try {
      Document document = Factory.newDocument(text);
      try {
        gazetteer.setDocument(document);
        gazetteer.execute();
        return document.getAnnotations().size();
      } finally {
        Factory.deleteResource(document);
      }
    } catch (gate.creole.ResourceInstantiationException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
