// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/picturesource.h"
#include "remote/pictureswording.h"
#include "remote/remotehosts.h"
#include "remote/tlsserver.h"
#include "testclass.h"
#include "ui/json/form/picturecard.h"
#include "ui/json/form/picturesfield.h"
#include "ui/widgets/lineedit.h"

#include <QBuffer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_picturesfield {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace std::chrono_literals;
using State = PictureCard::State;

namespace {

QByteArray picture()
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

//! A field with the pictures of a server that nobody may ask yet.
struct World
{
    World()
    {
        server->setScript({FaultServer::answer(200, picture())});
        field.setItemName(u"Cover"_s);
        field.setSource(&source);
        field.resize(440, 500);
    }

    void show(const QStringList &addresses)
    {
        QList<TextListField::Item> items;
        for (const QString &address : addresses)
            items.append({address});
        field.setItems(items);
        field.show();
    }
    QPushButton *button(int row, const QString &text) const
    {
        for (QPushButton *found : field.card(row)->findChildren<QPushButton *>()) {
            if (found->text() == text && !found->isHidden())
                return found;
        }
        return nullptr;
    }

    TlsServer server;
    RemoteHosts hosts;
    RemoteFiles files{{.idleTimeout = 2000ms, .loopbackAllowed = true}};
    PictureSource source{files, hosts};
    PicturesField field;
};

} // namespace

class tst_PicturesField : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsAskedBeforeTheClick();
    void clickShowsThePicture();
    void alwaysLoadsAllOfTheHost();
    void allowedHostWaitsUntilTypingEnds();
    void brokenOneSaysWhyAndRetries();
    void strangeAddressesAreSaidNotLoaded_data();
    void strangeAddressesAreSaidNotLoaded();
    void sameAddressKeepsItsPicture();
    void changedAddressAsksAgain();
    void loadingCanBeCancelled();
    void withoutSourceThereAreAddressesOnly();
    void hostileAddressIsPlain();
    void everyReasonHasASentence_data();
    void everyReasonHasASentence();
};

void tst_PicturesField::nothingIsAskedBeforeTheClick()
{
    World world;
    world.show({world.server.url().toString(), world.server.url(u"/b.png"_s).toString()});
    QTest::qWait(1200); // longer than the pause of typing
    QCOMPARE(world.server->listener().connections(), 0);
    QCOMPARE(world.field.card(0)->state(), State::Asking);
    QCOMPARE(world.field.card(0)->text(), u"Cover 1 · 127.0.0.1:%1"_s.arg(world.server->port()));
    QVERIFY(world.button(1, u"Show picture"_s)->accessibleName().contains(u"Cover 2"));
}

void tst_PicturesField::clickShowsThePicture()
{
    World world;
    world.show({world.server.url().toString(), world.server.url(u"/b.png"_s).toString()});
    QTest::keyClick(world.button(0, u"Show picture"_s), Qt::Key_Space);
    QTRY_COMPARE(world.field.card(0)->state(), State::Shown);
    QCOMPARE(world.field.card(0)->accessibleName(),
             u"Cover 1, 127.0.0.1:%1, 640 × 480"_s.arg(world.server->port()));
    QCOMPARE(world.field.card(1)->state(), State::Asking);
    QCOMPARE(world.server.requests(), 1);
    const QImage shown = world.field.card(0)->grab().toImage();
    QCOMPARE(shown.pixelColor(shown.width() / 2, shown.height() / 2), QColor(Qt::darkCyan));
}

void tst_PicturesField::alwaysLoadsAllOfTheHost()
{
    World world;
    const QString other = world.server.url(u"/c.png"_s, u"localhost"_s).toString();
    world.show({world.server.url().toString(), world.server.url(u"/b.png"_s).toString(), other});
    QTest::qWait(900);
    world.field.card(0)->allowHost();
    QTRY_COMPARE(world.field.card(0)->state(), State::Shown);
    QTRY_COMPARE(world.field.card(1)->state(), State::Shown);
    QCOMPARE(world.field.card(2)->state(), State::Asking);
    QCOMPARE(world.server.requests(), 2);
    QCOMPARE(world.hosts.list(), QStringList({RemoteFiles::hostOf(world.server.url())}));
}

void tst_PicturesField::allowedHostWaitsUntilTypingEnds()
{
    World world;
    world.hosts.allow(world.server.url());
    const QString address = world.server.url(u"/long.png"_s).toString();
    for (qsizetype cut = 3; cut >= 0; --cut) {
        world.show({address.chopped(cut)});
        QTest::qWait(50);
    }
    QTRY_COMPARE(world.field.card(0)->state(), State::Shown);
    QCOMPARE(world.server.requests(), 1);
    QCOMPARE(world.server->listener().requests().constFirst().target, "/long.png");
}

void tst_PicturesField::brokenOneSaysWhyAndRetries()
{
    World world;
    world.server->setScript({FaultServer::answer(404, "x"), FaultServer::answer(200, "<html>"),
                             FaultServer::answer(200, picture())});
    world.show({world.server.url().toString()});
    PictureCard &card = *world.field.card(0);
    card.load();
    QTRY_COMPARE(card.state(), State::Failed);
    QVERIFY(card.text().contains(u"does not have it"));
    world.button(0, u"Retry"_s)->click();
    QTRY_VERIFY(card.text().contains(u"Not a picture"));
    QVERIFY(card.accessibleName().contains(u"Not a picture"));
    world.button(0, u"Retry"_s)->click();
    QTRY_COMPARE(card.state(), State::Shown);
}

void tst_PicturesField::strangeAddressesAreSaidNotLoaded_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("oss") << u"oss://bucket/a.png"_s << u"Only https addresses are shown"_s;
    QTest::newRow("http") << u"http://example.com/a.png"_s << u"Only https addresses are shown"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"Only https addresses are shown"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u"Only https addresses are shown"_s;
    QTest::newRow("data") << u"data:image/png;base64,AA"_s << u"Only https addresses are shown"_s;
    QTest::newRow("words") << u"a cover"_s << u"Not a web address"_s;
    QTest::newRow("password") << u"https://a:b@example.com/"_s
                              << u"Addresses with a user name are not shown"_s;
}

void tst_PicturesField::strangeAddressesAreSaidNotLoaded()
{
    QFETCH(QString, address);
    QFETCH(QString, sentence);
    World world;
    world.show({address});
    QCOMPARE(world.field.card(0)->state(), State::Failed);
    QVERIFY2(world.field.card(0)->text().contains(sentence),
             qPrintable(world.field.card(0)->text()));
    QVERIFY(!world.button(0, u"Retry"_s));
    QVERIFY(!world.button(0, u"Show picture"_s));
    QCOMPARE(world.field.line(0)->text(), address);
}

void tst_PicturesField::sameAddressKeepsItsPicture()
{
    World world;
    const QString a = world.server.url().toString();
    const QString b = world.server.url(u"/b.png"_s).toString();
    world.show({a, b});
    world.field.card(0)->load();
    QTRY_COMPARE(world.field.card(0)->state(), State::Shown);
    world.show({b, a}); // moved
    QCOMPARE(world.field.card(0)->state(), State::Asking);
    QCOMPARE(world.field.card(1)->state(), State::Shown);
    QVERIFY(world.field.card(1)->accessibleName().startsWith(u"Cover 2"));
    QCOMPARE(world.server.requests(), 1);
}

void tst_PicturesField::changedAddressAsksAgain()
{
    World world;
    world.show({world.server.url().toString()});
    world.field.card(0)->load();
    QTRY_COMPARE(world.field.card(0)->state(), State::Shown);
    QSignalSpy edited(&world.field, &TextListField::edited);
    world.field.line(0)->setFocus();
    QTest::keyClick(world.field.line(0), Qt::Key_End);
    QTest::keyClicks(world.field.line(0), u"2"_s);
    QCOMPARE(edited.count(), 1);
    world.show({edited.constLast().at(1).toString()});
    QCOMPARE(world.field.card(0)->state(), State::Asking);
    QCOMPARE(world.server.requests(), 1);
}

void tst_PicturesField::loadingCanBeCancelled()
{
    World world;
    world.server->setScript({FaultServer::silence()});
    world.show({world.server.url().toString()});
    world.field.card(0)->load();
    QTRY_COMPARE(world.server.requests(), 1);
    world.button(0, u"Cancel"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(world.field.card(0)->state(), State::Asking, 200);
}

void tst_PicturesField::withoutSourceThereAreAddressesOnly()
{
    PicturesField field;
    field.setItems({{u"https://example.com/a.png"_s}});
    field.show();
    QVERIFY(field.card(0)->isHidden());
    QCOMPARE(field.line(0)->text(), u"https://example.com/a.png"_s);
}

void tst_PicturesField::hostileAddressIsPlain()
{
    World world;
    world.show({u"https://exаmple.com/<img src=x>\u202e"_s, u"<b>x</b>\u202e"_s});
    QVERIFY(world.field.card(0)->text().contains(u"xn--")
            || world.field.card(0)->text().contains(u"Not a web address"));
    for (const QLabel *label : world.field.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void tst_PicturesField::everyReasonHasASentence_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const Error &error, const QString &sentence) {
        QTest::newRow(name) << error << sentence;
    };
    row("private", {.kind = Kind::Invalid, .code = u"PrivateAddress"_s},
        u"An address of this computer or of a private network"_s);
    row("large", {.kind = Kind::Decode, .code = u"TooLarge"_s}, u"Too large to be shown"_s);
    row("pixels", {.kind = Kind::Decode, .detail = u"9 × 9"_s, .code = u"TooManyPixels"_s},
        u"Too many pixels: 9 × 9"_s);
    row("damaged", {.kind = Kind::Decode, .code = u"Damaged"_s}, u"The picture is damaged"_s);
    row("text", {.kind = Kind::Decode, .code = u"NotText"_s}, u"Not UTF-8 text"_s);
    row("redirect", {.kind = Kind::Decode, .detail = u"b.org"_s, .code = u"Redirect"_s},
        u"example.com redirects to b.org, which was not contacted"_s);
    row("type", {.kind = Kind::Decode, .detail = u"a/b"_s, .code = u"WrongType"_s},
        u"example.com sends another kind of file: a/b"_s);
    row("timeout", {.kind = Kind::Timeout}, u"example.com did not answer in time"_s);
    row("network", {.kind = Kind::Network}, u"example.com did not answer"_s);
    row("tls", {.kind = Kind::Tls}, u"example.com could not prove its identity"_s);
    row("forbidden", {.kind = Kind::Forbidden}, u"example.com does not make it public"_s);
    row("busy", {.kind = Kind::Throttled}, u"example.com is too busy"_s);
    row("error", {.kind = Kind::Service, .httpStatus = 503},
        u"example.com answered with an error (503)"_s);
    row("garbage", {.kind = Kind::Decode}, u"example.com sent something that cannot be read"_s);
}

void tst_PicturesField::everyReasonHasASentence()
{
    QFETCH(Error, error);
    QFETCH(QString, sentence);
    QCOMPARE(pictureswording::whyNot(error, QUrl(u"https://example.com/a"_s)), sentence);
}

MODELSCRIBE_GUI_TEST(tst_PicturesField)

} // namespace tst_picturesfield

#include "tst_picturesfield.moc"
