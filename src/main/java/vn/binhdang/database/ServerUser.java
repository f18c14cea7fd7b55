package vn.binhdang.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As whom the server's programs run. PostgreSQL refuses to run as root, and a product tried out in a container or on a
 * fresh machine often is root.
 * @param prefix put in front of every command
 * @param owner the account the server's files must belong to; null when they stay with whoever runs the product
 */
record ServerUser(List<String> prefix, @Nullable String owner) {
    private static final List<String> ACCOUNTS = List.of("postgres", "nobody");

    /** An ordinary user stays who he is; root enters a user namespace, or becomes another account where that is forbidden. */
    static ServerUser choose() throws IOException {
        if (!runningAsRoot()) return new ServerUser(List.of(), null);
        return inNamespace().or(ServerUser::asOtherAccount).orElseThrow(() -> new DatabaseUnusable("database.asRoot"));
    }

    /** In a new user namespace the server does not see uid 0, while its files stay owned by root. */
    static Optional<ServerUser> inNamespace() {
        var prefix = List.of("unshare", "--user", "--");
        return works(prefix) ? Optional.of(new ServerUser(prefix, null)) : Optional.empty();
    }

    static Optional<ServerUser> asOtherAccount() {
        for (String account : ACCOUNTS) {
            var prefix =
                    List.of("setpriv", "--reuid=" + account, "--regid=" + groupOf(account), "--clear-groups", "--");
            if (exists(account) && works(prefix)) return Optional.of(new ServerUser(prefix, account));
        }
        return Optional.empty();
    }

    List<String> command(Path program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Gives a folder and all in it to the server's account, and lets that account pass through the folder above it. */
    void own(Path folder) throws IOException {
        if (owner == null) return;
        var account = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                Files.setOwner(path, account);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink()) Files.setOwner(path, account);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.setPosixFilePermissions(
                Objects.requireNonNull(folder.getParent()), PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static boolean runningAsRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS)
                .equals(0);
    }

    private static String groupOf(String account) {
        return account.equals("nobody") ? "nogroup" : account;
    }

    private static boolean exists(String account) {
        try {
            var accounts = Path.of("/").getFileSystem().getUserPrincipalLookupService();
            return !accounts.lookupPrincipalByName(account).getName().isEmpty();
        } catch (UserPrincipalNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("accounts of this machine cannot be read", e);
        }
    }

    private static boolean works(List<String> prefix) {
        try {
            var command = new ArrayList<>(prefix);
            command.add("true");
            return Programs.run(command).succeeded();
        } catch (IOException e) {
            return false; // the program of the prefix is not installed
        }
    }
}
