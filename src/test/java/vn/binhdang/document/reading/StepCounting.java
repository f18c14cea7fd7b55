package vn.binhdang.document.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.SourceText;

/**
 * Runs the reader with its work counted: every branch, and every character its calls into {@link String} look at. The
 * reader's classes are loaded a second time with the counting woven in, so that it costs the product nothing.
 */
final class StepCounting {
    private static final String READING = DocumentUnderstanding.class.getPackageName();
    private static final ClassDesc COUNTED = ClassDesc.of(CountedStrings.class.getName());
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);

    private static final Set<String> COUNTED_CALLS = Arrays.stream(CountedStrings.class.getDeclaredMethods())
            .map(method -> method.getName()
                    + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                            .toMethodDescriptorString())
            .collect(Collectors.toSet());

    private StepCounting() {}

    /** Reads the source and tells how many steps it took. */
    static long stepsToRead(SourceText source) {
        try {
            var reader = new Weaver().loadClass(DocumentUnderstanding.class.getName());
            var reading = MethodType.methodType(AdministrativeDocument.class, SourceText.class);
            var lookup = MethodHandles.publicLookup();
            var made = lookup.findConstructor(reader, MethodType.methodType(void.class))
                    .invoke();
            var understand = lookup.findVirtual(reader, "understand", reading);
            // once for the tables that are built when classes are first used
            understand.invoke(made, source);
            CountedStrings.reset();
            understand.invoke(made, source);
            return CountedStrings.steps();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Weaver extends ClassLoader {
        Weaver() {
            super(StepCounting.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean woven = name.startsWith(READING + ".") && !name.equals(CountedStrings.class.getName());
            if (!woven) return super.loadClass(name, resolve);
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) {
            var resource = name.replace('.', '/') + ".class";
            try (var in = Objects.requireNonNull(getParent().getResourceAsStream(resource))) {
                var file = ClassFile.of();
                var woven = file.transformClass(
                        file.parse(in.readAllBytes()), ClassTransform.transformingMethodBodies(StepCounting::weave));
                return defineClass(name, woven, 0, woven.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void weave(CodeBuilder code, CodeElement element) {
        if (element instanceof BranchInstruction) code.invokestatic(COUNTED, "step", STEP);
        if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals("java/lang/String")) {
            var counted = call.typeSymbol().insertParameterTypes(0, ConstantDescs.CD_String);
            if (COUNTED_CALLS.contains(call.name().stringValue() + counted.descriptorString())) {
                code.invokestatic(COUNTED, call.name().stringValue(), counted);
                return;
            }
        }
        code.with(element);
    }
}
