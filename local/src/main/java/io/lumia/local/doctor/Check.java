package io.lumia.local.doctor;

/**
 * One finding.
 *
 * @param name   what was looked at
 * @param state  ok, warning or broken
 * @param detail what was found
 * @param remedy the command or step that mends it, empty where all is well
 */
public record Check(String name, State state, String detail, String remedy) {

    /** How bad it is; a warning does not keep Lumia from running. */
    public enum State {
        OK,
        WARNING,
        BROKEN
    }

    static Check ok(String name, String detail) {
        return new Check(name, State.OK, detail, "");
    }

    static Check warning(String name, String detail, String remedy) {
        return new Check(name, State.WARNING, detail, remedy);
    }

    static Check broken(String name, String detail, String remedy) {
        return new Check(name, State.BROKEN, detail, remedy);
    }
}
