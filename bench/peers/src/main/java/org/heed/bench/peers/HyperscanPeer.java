package org.heed.bench.peers;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Scanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Intel's Hyperscan, native, through com.gliwka. */
public final class HyperscanPeer implements ToIntFunction<String> {
  private final Database database;
  private final Scanner scanner = new Scanner();

  public HyperscanPeer(List<String> phrases) throws CompileErrorException {
    List<Expression> expressions = new ArrayList<>();
    for (String phrase : phrases) {
      expressions.add(new Expression(phrase, ExpressionFlag.CASELESS, expressions.size()));
    }
    database = Database.compile(expressions);
    scanner.allocScratch(database);
  }

  @Override
  public int applyAsInt(String text) {
    return scanner.scan(database, text).size();
  }
}
