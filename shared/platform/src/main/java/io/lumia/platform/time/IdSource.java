package io.lumia.platform.time;

import java.util.UUID;

/** Where new ids come from. */
public interface IdSource {

    UUID next();
}
