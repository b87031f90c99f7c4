package org.heed.server.disclosure;

import java.util.Optional;
import org.heed.server.store.Coded;

/** By which words of the law something is kept back from whoever asks what is held about them. */
public enum Exemption implements Coded {
  OTHERS(
      "somebody else’s details",
      "UK GDPR art. 15(4) and DPA 2018 sch. 2 para. 16; DPA 2018 s. 45(4)(e)"),
  CRIME(
      "it would prejudice preventing, detecting or prosecuting crime",
      "DPA 2018 sch. 2 para. 2; s. 45(4)(b)"),
  INQUIRY("it would obstruct an inquiry or a procedure", "DPA 2018 s. 45(4)(a)"),
  SERIOUS_HARM("it would be likely to cause serious harm", "DPA 2018 sch. 3 paras. 5, 11 and 21"),
  PUBLIC_SECURITY("to protect public security", "DPA 2018 s. 45(4)(c)"),
  PRIVILEGE("legal professional privilege", "DPA 2018 sch. 2 para. 19");

  private final String title;
  private final String source;

  Exemption(String title, String source) {
    this.title = title;
    this.source = source;
  }

  @Override
  public String title() {
    return title;
  }

  /** Where the law says so. */
  public String source() {
    return source;
  }

  /** The one with a code. */
  public static Optional<Exemption> find(String code) {
    return Coded.find(values(), code);
  }
}
