// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the form of the JSON editor and of the preview of documents, light and dark,
//! into the folder given as the first argument, to be looked at.
#include "remote/picturesource.h"
#include "remote/remotehosts.h"
#include "remote/tlsserver.h"
#include "testpaths.h"
#include "ui/edit/documentpreview.h"
#include "ui/json/form/jsonform.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/form/picturecard.h"
#include "ui/json/form/picturesfield.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

namespace {

QByteArray cover()
{
    QImage image(640, 360, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 640, 360);
    sky.setColorAt(0, QColor(0x23, 0x4e, 0x8a));
    sky.setColorAt(1, QColor(0xf0, 0x9a, 0x5b));
    painter.fillRect(image.rect(), sky);
    painter.setBrush(QColor(0x1b, 0x2a, 0x41));
    painter.drawEllipse(QPoint(320, 420), 420, 180);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

QByteArray file(const QString &name)
{
    QFile file(testing::sourcePath(u"resources/schemas/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void grab(QWidget &widget, const QString &name)
{
    widget.show();
    QTest::qWait(600);
    widget.grab().save(name);
}

void formPictures(TlsServer &server, PictureSource &source, const QString &prefix)
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setSchema(*JsonSchema::fromText(file(u"model-extrainfo.json"_s)));
    const QByteArray good = server.url(u"/covers/poster-01.png"_s).toEncoded();
    document.setBytes("{\n  \"RatingCount\": 2866,\n  \"Rating\": 4.95,\n  \"CoverUris\": [\n    \""
                      + good
                      + "\",\n    \"https://example.com/covers/poster-02.png\",\n"
                        "    \"oss://bucket/covers/poster-03.png\"\n  ],\n"
                        "  \"TrainedSteps\": 12000000000000000001,\n"
                        "  \"CommentCount\": -3,\n  \"DownloadCount\": \"606056\"\n}");
    JsonForm form(document);
    form.setPictureSource(&source);
    form.resize(620, 900);
    grab(form, prefix + u"1-form.png"_s);
    auto *pictures = form.findChild<PicturesField *>();
    pictures->card(0)->load();
    form.field(u"FavoriteCount")->editor()->setFocus();
    QTest::keyClicks(form.field(u"FavoriteCount")->editor(), u"12x"_s);
    QTest::qWait(800);
    grab(form, prefix + u"2-form-loaded.png"_s);
    form.resize(392, 600);
    grab(form, prefix + u"3-form-narrow.png"_s);
    form.resize(620, 420);
    document.setBytes("{\n  \"RatingCount\": 2866,\n  oops\n}");
    grab(form, prefix + u"4-broken.png"_s);
    document.setSchema(nullptr);
    grab(form, prefix + u"5-no-schema.png"_s);
    document.setBytes("{\"Author\": {\"Name\": \"Li Na\"}, \"Hot\": true, \"Tags\": [\"nlp\", 7]}");
    document.setSchema(*JsonSchema::fromText(
        R"({"properties":{"Hot":{"type":"boolean"},"Stage":{"enum":["dev","prod"]},
            "Tags":{"type":"array","items":{"type":"string"}},
            "Limits":{"title":"Limits","type":"object"},
            "Author":{"title":"Author","type":"object","properties":{
                "Name":{"type":"string"},"Age":{"type":"integer"},"Mail":{"type":"string"}}}}})"));
    grab(form, prefix + u"6-other-kinds.png"_s);
}

void previewPictures(TlsServer &server, PictureSource &source, const QString &prefix)
{
    DocumentPreview preview(source.files(), source.hosts(), server.url(u"/docs/bert-zh.md"_s));
    grab(preview, prefix + u"7-preview-asking.png"_s);
    preview.load();
    grab(preview, prefix + u"8-preview.png"_s);
    emit preview.findChild<QTextBrowser *>()->anchorClicked(
        QUrl(u"https://github.com/example/bert-zh/blob/main/README.md?plain=1#training"_s));
    grab(preview, prefix + u"9-preview-link.png"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    TlsServer server;
    const QByteArray text = "# bert-zh-news\n\nClassifies **headlines** into 14 topics. See the "
                            "[training code](https://github.com/example/bert-zh).\n\n"
                            "![Confusion matrix](cm.png)\n\n| topic | F1 |\n|---|---|\n"
                            "| sports | 0.97 |\n| finance | 0.94 |\n\n- one\n- two\n\n"
                            "```\npip install transformers\n```\n\n<b>HTML stays text</b>\n";
    server->listener().setHandler([&](QTcpSocket &socket, const ReceivedRequest &request) {
        const bool isText = request.target.endsWith(".md");
        socket.write(httpAnswer(200, isText ? text : cover(),
                                {{"Content-Type", isText ? "text/markdown" : "image/png"}}));
    });
    RemoteFiles files({.loopbackAllowed = true});
    RemoteHosts hosts;
    Theme &theme = Theme::install(app);
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        PictureSource source(files, hosts);
        formPictures(server, source, prefix);
        previewPictures(server, source, prefix);
    }
    return 0;
}
