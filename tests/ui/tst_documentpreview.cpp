// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/picturesource.h"
#include "remote/remotehosts.h"
#include "remote/tlsserver.h"
#include "testclass.h"
#include "ui/edit/documentedit.h"
#include "ui/edit/documentpreview.h"
#include "ui/widgets/iconbutton.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

namespace tst_documentpreview {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace std::chrono_literals;
using State = DocumentPreview::State;

namespace {

FaultServer::Step markdown(const QByteArray &text)
{
    return FaultServer::answer(200, text, {{"Content-Type", "text/markdown; charset=utf-8"}});
}

QString shownText(const QByteArray &text)
{
    const auto read = MarkdownText::read(text, QThread::currentThread());
    return read ? read->document->toPlainText() : QString();
}

//! A preview of a document that nobody may ask for yet.
struct World
{
    explicit World(const QByteArray &text = "# Title\n\nText.")
    {
        server->setScript({markdown(text)});
        preview = std::make_unique<DocumentPreview>(files, hosts, server.url(u"/docs/a.md"_s));
        preview->setOpener([this](const QUrl &url) { opened.append(url); });
        preview->show();
    }

    bool load()
    {
        preview->load();
        return QTest::qWaitFor([this] { return preview->state() == State::Shown; });
    }
    QTextBrowser *view() const { return preview->findChild<QTextBrowser *>(); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *found : preview->findChildren<QPushButton *>()) {
            if (found->text() == text && found->isVisible())
                return found;
        }
        return nullptr;
    }

    TlsServer server;
    RemoteHosts hosts;
    RemoteFiles files{{.idleTimeout = 2000ms, .loopbackAllowed = true}};
    std::unique_ptr<DocumentPreview> preview;
    QList<QUrl> opened;
};

//! The longest time that the event loop did not get to its timers.
class GapMeter : public QObject
{
public:
    GapMeter()
    {
        m_timer.start();
        startTimer(1);
    }
    qint64 longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *) override { m_longest = std::max(m_longest, m_timer.restart()); }

private:
    QElapsedTimer m_timer;
    qint64 m_longest = 0;
};

} // namespace

class tst_DocumentPreview : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsAskedBeforeTheClick();
    void allowedHostLoadsAtOnce();
    void htmlIsText();
    void imagesAreTheirDescription();
    void nothingIsLoadedFromAnywhere();
    void invisibleCharactersAreMarked();
    void onlyTextIsTaken_data();
    void onlyTextIsTaken();
    void linkShowsWhereItGoes();
    void otherLinksDoNotOpen_data();
    void otherLinksDoNotOpen();
    void failureSaysWhyAndRetries();
    void longDocumentIsCut();
    void windowGoesOnWhileItIsRead_data();
    void windowGoesOnWhileItIsRead();
    void fieldOffersThePreview();
};

void tst_DocumentPreview::nothingIsAskedBeforeTheClick()
{
    World world;
    QTest::qWait(100);
    QCOMPARE(world.preview->state(), State::Asking);
    QVERIFY(world.preview->message().contains(u"127.0.0.1"));
    QCOMPARE(world.server->listener().connections(), 0);
    world.button(u"Show document"_s)->click();
    QTRY_COMPARE(world.preview->state(), State::Shown);
    QCOMPARE(world.view()->toPlainText(), u"Title\nText."_s);
    QVERIFY(!world.preview->isModal());
    QVERIFY(world.hosts.list().isEmpty());
}

void tst_DocumentPreview::allowedHostLoadsAtOnce()
{
    World world;
    world.preview->allowHost();
    QTRY_COMPARE(world.preview->state(), State::Shown);
    DocumentPreview again(world.files, world.hosts, world.server.url(u"/docs/a.md"_s));
    QTRY_COMPARE(again.state(), State::Shown);
}

void tst_DocumentPreview::htmlIsText()
{
    const QString text = shownText("a <img src=\"https://e.com/x.png\"> <b>b</b>\n\n"
                                   "<script>alert(1)</script>\n\n<a href=\"file:///x\">y</a>");
    QVERIFY2(text.contains(u"<b>b</b>"), qPrintable(text));
    QVERIFY(text.contains(u"<script>alert(1)</script>"));
    QVERIFY(text.contains(u"<a href="));
}

void tst_DocumentPreview::imagesAreTheirDescription()
{
    const auto read = MarkdownText::read("x ![A cover](https://e.com/1.png)![](b.png) y\n\n"
                                         "[![badge](c.svg)](https://e.com/)",
                                         QThread::currentThread());
    QVERIFY(read);
    QCOMPARE(read->document->toPlainText(), u"x [A cover] y\n[badge]"_s);
    for (QTextBlock block = read->document->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it)
            QVERIFY(!it.fragment().charFormat().isImageFormat());
    }
}

void tst_DocumentPreview::nothingIsLoadedFromAnywhere()
{
    // A picture that would be found if anybody looked for it.
    QTemporaryDir folder;
    QImage red(40, 40, QImage::Format_RGB32);
    red.fill(QColor(255, 0, 1));
    const QString file = folder.filePath(u"red.png"_s);
    QVERIFY(red.save(file));
    TlsServer canary;
    canary->setScript({FaultServer::answer(200, "x")});
    const QByteArray local = file.toUtf8();
    const QByteArray remote = canary.url().toEncoded();
    World world("![a](" + local + ") ![b](file://" + local + ") ![c](" + remote + ")\n\n<img src=\""
                + local + "\">\n\n<img src=\"" + remote + "\">\n\n[d]\n\n[d]: " + remote);
    QVERIFY(world.load());
    const QImage shown = world.preview->grab().toImage();
    QTest::qWait(100);
    QCOMPARE(canary->listener().connections(), 0);
    QCOMPARE(world.server.requests(), 1);
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x)
            QVERIFY(shown.pixel(x, y) != qRgb(255, 0, 1));
    }
}

void tst_DocumentPreview::invisibleCharactersAreMarked()
{
    QCOMPARE(shownText("a\u202Eb\u200Bc\x07"
                       "d\n"),
             u"a⟦U+202E⟧b⟦U+200B⟧c⟦U+0007⟧d"_s);
    QCOMPARE(shownText("one  \r\ntwo\n\n- a\n\t- b"),
             u"one\u2028two\na\nb"_s.replace(QChar(0x2028), u'\n'));
}

void tst_DocumentPreview::onlyTextIsTaken_data()
{
    QTest::addColumn<FaultServer::Step>("step");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("picture") << FaultServer::answer(200, "x", {{"Content-Type", "image/png"}})
                             << u"another kind of file: image/png"_s;
    QTest::newRow("not UTF-8") << markdown("a\xff\xfe") << u"Not UTF-8 text"_s;
    QTest::newRow("too large") << markdown(QByteArray(DocumentPreview::maxFile + 1, 'x'))
                               << u"Too large"_s;
    QTest::newRow("redirect") << FaultServer::answer(302, {},
                                                     {{"Location", "https://example.com/a"}})
                              << u"redirects to example.com"_s;
}

void tst_DocumentPreview::onlyTextIsTaken()
{
    QFETCH(FaultServer::Step, step);
    QFETCH(QString, sentence);
    World world;
    world.server->setScript({step});
    world.preview->load();
    QTRY_COMPARE(world.preview->state(), State::Failed);
    QVERIFY2(world.preview->message().contains(sentence), qPrintable(world.preview->message()));
}

void tst_DocumentPreview::linkShowsWhereItGoes()
{
    World world("[x](https://example.com/a?b=c) and [y](other.md)");
    QVERIFY(world.load());
    emit world.view()->anchorClicked(QUrl(u"https://ex\u0430mple.com/%2561?q=1"_s));
    auto *address = world.preview->findChild<QPlainTextEdit *>();
    QVERIFY(address->isVisible());
    QCOMPARE(address->toPlainText(), u"https://xn--exmple-4nf.com/%2561?q=1"_s);
    QVERIFY(world.opened.isEmpty());
    world.button(u"Cancel"_s)->click();
    QVERIFY(!address->isVisible());
    QVERIFY(world.opened.isEmpty());
    emit world.view()->anchorClicked(QUrl(u"other.md"_s));
    QVERIFY(address->toPlainText().endsWith(u"/docs/other.md"));
    world.button(u"Open in browser"_s)->click();
    QCOMPARE(world.opened, QList<QUrl>({world.server.url(u"/docs/other.md"_s)}));
    QCOMPARE(world.view()->toPlainText(), u"x and y"_s);
    QCOMPARE(world.server.requests(), 1);
}

void tst_DocumentPreview::otherLinksDoNotOpen_data()
{
    QTest::addColumn<QString>("link");
    for (const QString &link : {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"smb://h/s"_s,
                                u"mailto:a@b.c"_s, u"oss://b/k"_s, u"data:text/html,x"_s})
        QTest::newRow(qPrintable(link)) << link;
}

void tst_DocumentPreview::otherLinksDoNotOpen()
{
    QFETCH(QString, link);
    World world;
    QVERIFY(world.load());
    emit world.view()->anchorClicked(QUrl(link));
    QVERIFY(!world.button(u"Open in browser"_s));
    QVERIFY(world.button(u"Cancel"_s));
    QCOMPARE(world.preview->findChild<QPlainTextEdit *>()->toPlainText(), link);
    QVERIFY(world.opened.isEmpty());
}

void tst_DocumentPreview::failureSaysWhyAndRetries()
{
    World world;
    world.server->setScript({FaultServer::answer(404, "x"), markdown("back")});
    world.preview->load();
    QTRY_COMPARE(world.preview->state(), State::Failed);
    QVERIFY(world.preview->message().contains(u"does not have it"));
    world.button(u"Retry"_s)->click();
    QTRY_COMPARE(world.preview->state(), State::Shown);
    QCOMPARE(world.view()->toPlainText(), u"back"_s);
}

void tst_DocumentPreview::longDocumentIsCut()
{
    World world(QByteArray("word word word\n").repeated(60'000));
    QVERIFY(world.load());
    QVERIFY(world.view()->toPlainText().size() <= MarkdownText::limit);
    bool isSaid = false;
    for (const QLabel *label : world.preview->findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(u"Only the beginning"));
    QVERIFY(isSaid);
}

void tst_DocumentPreview::windowGoesOnWhileItIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto filled = [](const QByteArray &piece) {
        return piece.repeated(MarkdownText::limit / piece.size());
    };
    QTest::newRow("paragraphs") << filled(
        "Some words that go on for a line or two, as they do.\n\n");
    QTest::newRow("one line") << filled("word ");
    QTest::newRow("one word") << filled("x");
    QTest::newRow("headings") << filled("# a\n");
    QTest::newRow("list") << filled("- a\n");
    QTest::newRow("table") << QByteArray("|a|b|c|\n|-|-|-|\n") + filled("|1|2|3|\n").chopped(40);
    QTest::newRow("quotes") << filled("> ");
    QTest::newRow("code") << "```\n" + filled("int a = 1;\n").chopped(20) + "```";
    QTest::newRow("emphasis") << filled("*a **b* c** ");
    QTest::newRow("links") << filled("[a](https://e.com/) ");
    QTest::newRow("images") << filled("![a](b) ");
    QTest::newRow("open brackets") << filled("[");
}

void tst_DocumentPreview::windowGoesOnWhileItIsRead()
{
    QFETCH(QByteArray, text);
    World world(text);
    GapMeter gaps;
    world.preview->load();
    QTRY_VERIFY_WITH_TIMEOUT(world.preview->state() != State::Loading, 20'000);
    QTest::qWait(300);
    qInfo("longest gap %lld ms", gaps.longest());
    QVERIFY(gaps.longest() < 1000); // 50 ms on a computer that has nothing else to do
    QCOMPARE(world.preview->state(), State::Shown);
}

void tst_DocumentPreview::fieldOffersThePreview()
{
    World world;
    PictureSource source(world.files, world.hosts);
    QWidget window;
    auto *edit = new DocumentEdit(&window);
    QCOMPARE(edit->findChildren<IconButton *>().size(), 1);
    edit->setPreviewSource(&source);
    IconButton *button = nullptr;
    for (IconButton *found : edit->findChildren<IconButton *>()) {
        if (found->accessibleName() == u"Preview document"_s)
            button = found;
    }
    QVERIFY(button);
    edit->setValue(u"oss://bucket/a.md"_s);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(u"Only https"));
    edit->setValue(world.server.url(u"/docs/a.md"_s).toString());
    QVERIFY(button->isEnabled());
    window.show();
    button->click();
    auto *preview = window.findChild<DocumentPreview *>();
    QVERIFY(preview);
    QCOMPARE(preview->state(), State::Asking);
    button->click(); // the same one
    QCOMPARE(window.findChildren<DocumentPreview *>().size(), 1);
    QCOMPARE(world.server->listener().connections(), 0);
}

MODELSCRIBE_GUI_TEST(tst_DocumentPreview)

} // namespace tst_documentpreview

#include "tst_documentpreview.moc"
