package vn.binhdang;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {
    /** Without the compiled templates: they lie in one package of their own, but each belongs to the slice of its page. */
    private final ApplicationModules modules =
            ApplicationModules.of(BinhDang.class, JavaClass.Predicates.resideInAPackage("vn.binhdang.pages.."));

    @Test
    void a_module_knows_only_the_public_face_of_those_it_may_know() {
        modules.verify();
    }

    @Test
    void the_picture_of_the_modules_is_drawn_from_the_code() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
