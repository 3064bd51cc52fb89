package advisor.cache;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cache.CacheKey.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache gives back what it was given, and nothing that it may not trust. */
class CacheTest {
    private static final CacheKey KEY = CacheKey.of(Kind.RULES, "one");
    private static final byte[] CONTENT = "what was derived".repeat(100).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @Test
    void givesBackWhatItKeeps() {
        cache().write(KEY, CONTENT);
        assertThat(cache().read(KEY)).extracting(Kept::content).isEqualTo(CONTENT);
        assertThat(cache().read(CacheKey.of(Kind.RULES, "two"))).isNull();
        assertThat(cache().read(new CacheKey(Kind.CATALOG, KEY.sha256()))).isNull();
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        cache().write(KEY, CONTENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotReadWhatOthersMayWrite() throws IOException {
        cache().write(KEY, CONTENT);
        permit(file(), "rw-rw----");
        assertThat(cache().read(KEY)).isNull();
        permit(file(), "rw-r--r--");
        assertThat(cache().read(KEY)).extracting(Kept::content).isEqualTo(CONTENT);
        permit(folder(), "rwxrwxrwx");
        assertThat(cache().read(KEY)).isNull();
        assertThat(cache().contents().trust()).isEqualTo(Trust.OPEN);
    }

    @Test
    void writesNothingWhereOthersMayWrite() throws IOException {
        Files.createDirectory(folder());
        permit(folder(), "rwxrwxrwx");
        cache().write(KEY, CONTENT);
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatSomebodyElseOwnsIsForeign() throws IOException {
        Path own = Files.createDirectory(folder(), PosixFilePermissions.asFileAttribute(permissions("rwx------")));
        int user = (int) Files.getAttribute(own, "unix:uid");
        assertThat(Trust.ofFolder(own)).isEqualTo(Trust.TRUSTED);
        assertThat(Trust.of(own, Trust.FOLDER, user + 1)).isEqualTo(Trust.FOREIGN);
    }

    @Test
    void followsNoLinks() throws IOException {
        Cache elsewhere = Cache.in(home.resolve("elsewhere"));
        elsewhere.write(KEY, CONTENT);
        Files.createSymbolicLink(folder(), home.resolve("elsewhere"));
        assertThat(cache().read(KEY)).isNull();
        assertThat(cache().contents().trust()).isEqualTo(Trust.LINK);
        Files.delete(folder());
        Files.createDirectory(folder(), PosixFilePermissions.asFileAttribute(permissions("rwx------")));
        Files.createSymbolicLink(file(), home.resolve("elsewhere").resolve(KEY.fileName()));
        assertThat(cache().read(KEY)).isNull();
    }

    @Test
    void aDamagedEntryIsNoEntry() throws IOException {
        cache().write(KEY, CONTENT);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file(), damaged);
            assertThat(cache().read(KEY)).as("byte %s", at).isNull();
        }
        Files.write(file(), List.of());
        assertThat(cache().read(KEY)).isNull();
        cache().write(KEY, CONTENT);
        assertThat(cache().read(KEY)).extracting(Kept::content).isEqualTo(CONTENT);
    }

    @Test
    void anEntryUnderAnotherNameIsNoEntry() throws IOException {
        CacheKey other = CacheKey.of(Kind.RULES, "two");
        cache().write(KEY, CONTENT);
        Files.move(file(), folder().resolve(other.fileName()));
        assertThat(cache().read(other)).isNull();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoFault() throws IOException {
        Files.writeString(folder(), "a file");
        cache().write(KEY, CONTENT);
        assertThat(cache().read(KEY)).isNull();
        Cache below = Cache.in(folder().resolve("below"));
        below.write(KEY, CONTENT);
        assertThat(below.read(KEY)).isNull();
    }

    @Test
    void dropsWhatWasUsedLongestAgo() throws IOException {
        cache().write(KEY, CONTENT);
        CacheKey old = CacheKey.of(Kind.RULES, "old");
        cache().write(old, CONTENT);
        Files.setLastModifiedTime(folder().resolve(old.fileName()), FileTime.from(Instant.EPOCH));
        for (int i = 2; i <= CacheFolder.MAX_ENTRIES; i++) {
            Files.copy(file(), folder().resolve("copy-" + i + ".rules"));
        }
        cache().write(CacheKey.of(Kind.RULES, "newest"), CONTENT);
        assertThat(folder().resolve(old.fileName())).doesNotExist();
        assertThat(cache().contents().entries().get(Kind.RULES).count()).isEqualTo(CacheFolder.MAX_ENTRIES);
    }

    @Test
    void anOldEntryThatIsReadIsNoLongerOld() throws IOException {
        cache().write(KEY, CONTENT);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));
        assertThat(cache().read(KEY)).extracting(Kept::content).isEqualTo(CONTENT);
        assertThat(Files.getLastModifiedTime(file()).toInstant()).isAfter(Instant.EPOCH);
    }

    @Test
    void severalMayWriteAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                writers.add(threads.submit(() -> {
                    for (int j = 0; j < 50; j++) {
                        cache().write(KEY, CONTENT);
                        assertThat(cache().read(KEY)).extracting(Kept::content).isEqualTo(CONTENT);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(folder()).isDirectoryContaining(file -> file.equals(file()));
        assertThat(cache().contents().entries().get(Kind.RULES).count()).isEqualTo(1);
    }

    @Test
    void isClearedOfAllItHolds() {
        cache().write(KEY, CONTENT);
        cache().write(new CacheKey(Kind.CATALOG, KEY.sha256()), CONTENT);
        assertThat(cache().clear()).isEqualTo(new Cleared(2, 0));
        assertThat(folder()).isEmptyDirectory();
        assertThat(cache().clear()).isEqualTo(new Cleared(0, 0));
    }

    @Test
    void noCacheHoldsNothing() {
        Cache.NONE.write(KEY, CONTENT);
        assertThat(Cache.NONE.read(KEY)).isNull();
        assertThat(Cache.NONE.isNone()).isTrue();
    }

    @Test
    void theFolderIsTheOneOfTheSpecification() {
        assertThat(UserFolder.find(null, "/var/caches", "/people/li")).hasToString("/var/caches/deployment-advisor");
        assertThat(UserFolder.find(null, null, "/people/li")).hasToString("/people/li/.cache/deployment-advisor");
        assertThat(UserFolder.find(null, "relative", "/people/li")).hasToString("/people/li/.cache/deployment-advisor");
        assertThat(UserFolder.find("/tests", "/var/caches", "/people/li")).hasToString("/tests");
        assertThat(UserFolder.find(null, "", "?")).isNull();
    }

    private Cache cache() {
        return Cache.in(folder());
    }

    private Path folder() {
        return home.resolve("cache");
    }

    private Path file() {
        return folder().resolve(KEY.fileName());
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, permissions(permissions));
    }

    private static java.util.Set<java.nio.file.attribute.PosixFilePermission> permissions(String permissions) {
        return PosixFilePermissions.fromString(permissions);
    }
}
