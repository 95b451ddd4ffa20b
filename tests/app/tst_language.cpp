// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include "core/modelfields.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Language : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated();
    void placeholdersSurviveTranslation();
};

namespace {

QString catalogue()
{
    QFile file(QStringLiteral(SOURCE_DIR "/translations/modelscribe_zh_CN.ts"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void tst_Language::everyTextIsTranslated()
{
    const QString text = catalogue();
    QVERIFY(text.count("<message"_L1) > 100);
    QCOMPARE(text.count("type=\"unfinished\""_L1), 0);
    QCOMPARE(text.count("<translation></translation>"_L1), 0);
}

void tst_Language::placeholdersSurviveTranslation()
{
    static const QRegularExpression message(
        u"<source>(.*?)</source>.*?<translation[^>]*>(.*?)</translation>"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression place(u"%(\\d|n)"_s);
    auto found = message.globalMatch(catalogue());
    while (found.hasNext()) {
        const auto match = found.next();
        const auto places = [&](int group) {
            QSet<QString> result;
            auto each = place.globalMatch(match.captured(group));
            while (each.hasNext())
                result.insert(each.next().captured());
            return result;
        };
        QVERIFY2(places(1) == places(2), qPrintable(match.captured(1)));
    }
}

QTEST_GUILESS_MAIN(tst_Language)
#include "tst_language.moc"
