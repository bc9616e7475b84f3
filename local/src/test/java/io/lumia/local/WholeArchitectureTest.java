package io.lumia.local;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.lumia.testing.ArchitectureTest;

/** The architecture's rules on all modules at once, also on those that have no tests of it: functions do not meet elsewhere. */
@AnalyzeClasses(packages = "io.lumia", importOptions = ImportOption.DoNotIncludeTests.class)
final class WholeArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureTest.class);
}
