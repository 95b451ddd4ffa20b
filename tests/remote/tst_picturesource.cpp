// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wiretest.h"
#include "remote/picturesource.h"
#include "remote/remotehosts.h"
#include "remote/tlsserver.h"
#include "testclass.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImageReader>
#include <QImageWriter>
#include <QTest>
#include <QtEndian>

namespace tst_picturesource {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace std::chrono_literals;
using Asked = PictureSource::Asked;

namespace {

QByteArray pictureFile(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crcOf(type + data));
}

//! A PNG of zeroes: 1,000 times smaller than what it unpacks to. \p depth: 1 for grey, 16 for
//! red, green, blue and opacity of 16 bits each.
QByteArray bombPng(quint32 width, quint32 height, bool interlaced = false, char depth = 1)
{
    const quint32 bits = depth == 1 ? 1 : 64;
    const qsizetype enough = qsizetype(height) * ((width * bits + 7) / 8 + 1) * 3 / 2;
    const QByteArray rows(depth == 1 ? enough : 1000, '\0');
    const QByteArray header = bigEndian(width) + bigEndian(height) + QByteArray(1, depth)
                              + QByteArray(1, depth == 1 ? '\0' : '\6') + QByteArray(2, '\0')
                              + QByteArray(1, interlaced ? '\1' : '\0');
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("IDAT", qCompress(rows, 9).mid(4))
           + chunk("IEND", {});
}

} // namespace

class tst_PictureSource : public QObject
{
    Q_OBJECT

private slots:
    void picturesAreDecodedSmall_data();
    void picturesAreDecodedSmall();
    void othersAreRefused_data();
    void othersAreRefused();
    void bombsAreBounded_data();
    void bombsAreBounded();
    void nothingIsAskedBeforeThePersonDoes();
    void allowedHostLoadsByItself();
    void pictureIsFetchedOnce();
    void failureIsTriedAgain();
    void onlyAFewAreFetchedAtOnce();
    void largeFileIsRefused();
    void cancelledLoadEnds();
    void sourceMayGoWhileItLoads();
};

void tst_PictureSource::picturesAreDecodedSmall_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("decoded");
    QTest::newRow("small PNG") << pictureFile("png", {64, 48}) << QSize(64, 48) << QSize(64, 48);
    QTest::newRow("PNG") << pictureFile("png", {2000, 1000}) << QSize(2000, 1000)
                         << QSize(480, 240);
    QTest::newRow("JPEG") << pictureFile("jpg", {1600, 1600}) << QSize(1600, 1600)
                          << QSize(240, 240);
    QTest::newRow("one row") << pictureFile("png", {4000, 1}) << QSize(4000, 1) << QSize(960, 1);
    if (QImageWriter::supportedImageFormats().contains("webp"))
        QTest::newRow("WebP") << pictureFile("webp", {640, 480}) << QSize(640, 480)
                              << QSize(320, 240);
    QTest::newRow("GIF") << QByteArray::fromBase64(
        "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
                         << QSize(1, 1) << QSize(1, 1);
}

void tst_PictureSource::picturesAreDecodedSmall()
{
    QFETCH(QByteArray, file);
    QFETCH(QSize, size);
    QFETCH(QSize, decoded);
    const auto picture = PictureSource::decode(file);
    QVERIFY2(picture, picture ? "" : qPrintable(picture.error().code));
    QCOMPARE((*picture)->size, size);
    QCOMPARE((*picture)->image.size(), decoded);
}

void tst_PictureSource::othersAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray png = pictureFile("png", {64, 48});
    QTest::newRow("nothing") << QByteArray() << u"NotAPicture"_s;
    QTest::newRow("HTML") << QByteArray("<html><img src=a>") << u"NotAPicture"_s;
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' "
                                       "height='9'><image href='file:///etc/passwd'/></svg>")
                         << u"NotAPicture"_s;
    QTest::newRow("XPM") << QByteArray("/* XPM */\nstatic char *a[]={\"1 1 1 1\",\"a c #fff\","
                                       "\"a\"};")
                         << u"NotAPicture"_s;
    QTest::newRow("BMP") << pictureFile("bmp", {8, 8}) << u"NotAPicture"_s;
    QTest::newRow("only a signature") << png.first(8) << u"Damaged"_s;
    QTest::newRow("only a header") << png.first(40) << u"Damaged"_s;
    QTest::newRow("no rows") << bombPng(0, 0) << u"Damaged"_s;
    QTest::newRow("JPEG without an end") << QByteArray("\xff\xd8\xff\xe0\x00", 5) << u"Damaged"_s;
}

void tst_PictureSource::othersAreRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    const auto picture = PictureSource::decode(file);
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, code);
}

void tst_PictureSource::bombsAreBounded_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code"); // empty: shown
    QTest::newRow("32 MP") << bombPng(8000, 4000) << QString();
    QTest::newRow("32 MP, interlaced") << bombPng(8000, 4000, true) << QString();
    QTest::newRow("more than 32 MP") << bombPng(8001, 4000) << u"TooManyPixels"_s;
    QTest::newRow("32 MP of 64 bits") << bombPng(8000, 4000, false, 16) << u"TooManyPixels"_s;
    QTest::newRow("400 MP") << bombPng(20'000, 20'000) << u"TooManyPixels"_s;
    QByteArray jpeg = pictureFile("jpg", {64, 64});
    const qsizetype frame = jpeg.indexOf(QByteArray("\xff\xc0", 2));
    QVERIFY(frame > 0);
    jpeg.replace(frame + 5, 4, QByteArray("\x27\x10\x27\x10", 4)); // 10,000 × 10,000
    QTest::newRow("JPEG that says 100 MP") << jpeg << u"TooManyPixels"_s;
    jpeg.replace(frame + 5, 4, QByteArray("\x13\x88\x13\x88", 4)); // 5,000 × 5,000
    jpeg[frame + 1] = char(0xC2);
    QTest::newRow("progressive JPEG that says 25 MP") << jpeg << u"TooManyPixels"_s;
    QTest::newRow("GIF that says 4,000 MP")
        << QByteArray::fromBase64("R0lGODlh/////4AAAAAAAP///yH5BAEAAAAALAAAAAD/////AAIBRAA7")
        << u"TooManyPixels"_s;
}

void tst_PictureSource::bombsAreBounded()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    QVERIFY(file.size() < PictureSource::maxFile);
    QElapsedTimer time;
    time.start();
    const auto picture = PictureSource::decode(file);
    qInfo("%lld ms", time.elapsed());
    QCOMPARE(picture ? QString() : picture.error().code, code);
    QVERIFY(time.elapsed() < 20'000);
}

//! A server with a picture, and a source that may ask it.
struct World
{
    explicit World(const QByteArray &file = pictureFile("png", {640, 480}))
    {
        server->setScript({FaultServer::answer(200, file)});
    }

    TlsServer server;
    RemoteHosts hosts;
    RemoteFiles files{{.idleTimeout = 2000ms, .loopbackAllowed = true}};
    PictureSource source{files, hosts};
};

void tst_PictureSource::nothingIsAskedBeforeThePersonDoes()
{
    World world;
    const QUrl url = world.server.url();
    const auto refused = wait(world.source.load(url, Asked::ByItself));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"NotAsked"_s);
    QTest::qWait(100);
    QCOMPARE(world.server->listener().connections(), 0);
    const auto picture = wait(world.source.load(url, Asked::ByPerson));
    QVERIFY(picture);
    QCOMPARE((*picture)->size, QSize(640, 480));
    QCOMPARE(world.server.requests(), 1);
    // Once is not always.
    const QUrl other = world.server.url(u"/b.png"_s);
    QVERIFY(!wait(world.source.load(other, Asked::ByItself)));
    QCOMPARE(world.server.requests(), 1);
}

void tst_PictureSource::allowedHostLoadsByItself()
{
    World world;
    world.hosts.allow(world.server.url());
    QVERIFY(wait(world.source.load(world.server.url(), Asked::ByItself)));
    const auto other = wait(
        world.source.load(world.server.url(u"/a.png"_s, u"localhost"_s), Asked::ByItself));
    QVERIFY(!other);
    QCOMPARE(world.server.requests(), 1);
}

void tst_PictureSource::pictureIsFetchedOnce()
{
    World world;
    const QUrl url = world.server.url();
    QVERIFY(!world.source.cached(url));
    QVERIFY(wait(world.source.load(url, Asked::ByPerson)));
    QVERIFY(world.source.cached(url));
    QVERIFY(wait(world.source.load(url, Asked::ByItself)));
    QCOMPARE(world.server.requests(), 1);
}

void tst_PictureSource::failureIsTriedAgain()
{
    World world;
    world.server->setScript(
        {FaultServer::answer(404, "x"), FaultServer::answer(200, pictureFile("png", {4, 4}))});
    const auto first = wait(world.source.load(world.server.url(), Asked::ByPerson));
    QVERIFY(!first);
    QCOMPARE(first.error().kind, Error::Kind::NotFound);
    QVERIFY(wait(world.source.load(world.server.url(), Asked::ByPerson)));
}

void tst_PictureSource::onlyAFewAreFetchedAtOnce()
{
    World world;
    world.server->setScript({FaultServer::silence()});
    QList<QFuture<Result<std::shared_ptr<const Picture>>>> futures;
    for (int i = 0; i < 20; ++i)
        futures.append(world.source.load(world.server.url(u"/%1.png"_s.arg(i)), Asked::ByPerson));
    QTRY_COMPARE(world.server.requests(), 4);
    QTest::qWait(200);
    QCOMPARE(world.server.requests(), 4);
    for (auto &future : futures)
        future.cancel();
    QTRY_VERIFY(std::ranges::all_of(futures, [](const auto &f) { return f.isFinished(); }));
    QCOMPARE(world.server.requests(), 4);
}

void tst_PictureSource::largeFileIsRefused()
{
    World world(QByteArray(PictureSource::maxFile + 1, 'x'));
    const auto picture = wait(world.source.load(world.server.url(), Asked::ByPerson));
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, u"TooLarge"_s);
}

void tst_PictureSource::cancelledLoadEnds()
{
    World world;
    world.server->setScript({FaultServer::silence()});
    auto future = world.source.load(world.server.url(), Asked::ByPerson);
    QTRY_COMPARE(world.server.requests(), 1);
    future.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 500);
}

void tst_PictureSource::sourceMayGoWhileItLoads()
{
    World world;
    auto source = std::make_unique<PictureSource>(world.files, world.hosts);
    const auto future = source->load(world.server.url(), Asked::ByPerson);
    source.reset();
    QVERIFY(future.isFinished());
    QTest::qWait(200);
}

MODELSCRIBE_GUI_TEST(tst_PictureSource)

} // namespace tst_picturesource

#include "tst_picturesource.moc"
