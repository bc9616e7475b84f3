package io.lumia.functions.recommendationapi;

import io.lumia.recommendation.testing.FakeSnapshotBook;
import io.lumia.recommendation.testing.FakeSnapshots;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The made-up market instead of the one in the database. */
@Factory
final class FakeBooks {

    @Singleton
    @Primary
    FakeSnapshots snapshots() {
        return new FakeSnapshots(LocalDate.parse("2014-12-31"));
    }

    @Singleton
    @Primary
    FakeSnapshotBook snapshotBook() {
        return new FakeSnapshotBook();
    }
}
