package org.heed.text;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Counts work by steps in place of time: a class loader that puts a count before each branch of the
 * reading classes, so that every turn of every loop is a step. The count is the same in every run.
 */
public final class Steps extends ClassLoader {
  private static final String COUNTED = "org.heed.text.";
  private static final ClassDesc HERE = ClassDesc.of(Steps.class.getName());
  private static long taken;

  /** What the counted classes call. */
  public static void step() {
    taken++;
  }

  Steps() {
    super(Steps.class.getClassLoader());
  }

  /** The steps of some work in counted classes. */
  static long of(Work work) throws ReflectiveOperationException {
    long before = taken;
    work.run();
    return taken - before;
  }

  /** Something done by reflection in counted classes. */
  interface Work {
    Object run() throws ReflectiveOperationException;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(COUNTED) || name.equals(Steps.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? counted(name) : known;
    }
  }

  private Class<?> counted(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassFile classes = ClassFile.of();
      CodeTransform counts =
          (code, element) -> {
            if (element instanceof BranchInstruction
                || element instanceof TableSwitchInstruction
                || element instanceof LookupSwitchInstruction) {
              code.invokestatic(HERE, "step", MethodTypeDesc.of(ConstantDescs.CD_void));
            }
            code.with(element);
          };
      byte[] bytes =
          classes.transformClass(
              classes.parse(in.readAllBytes()), ClassTransform.transformingMethodBodies(counts));
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
