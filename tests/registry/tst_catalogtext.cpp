// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogtext.h"

#include "core/foldedtext.h"
#include "testclass.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_catalogtext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_CatalogText : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatTheCatalogHasByThen_data();
    void findsWhatTheCatalogHasByThen();
    void followsChanges();
    void whatWasRemovedIsInNoAnswer();
    void theNewestQuestionIsAnswered_data();
    void theNewestQuestionIsAnswered();
    void nobodyIsToldWhoIsGone();
    void leavesNoFiles();

private:
    static RegisteredModel modelOf(int number, const QString &description)
    {
        RegisteredModel model{.id = u"model-%1"_s.arg(number)};
        model.metadata.description = description;
        return model;
    }
    //! Ids of the catalog's models that hold \p text.
    static QStringList find(CatalogText &text, const Catalog &catalog, const QString &needle)
    {
        std::optional<TextAnswer> answer;
        QObject context;
        text.find({foldedText(needle).toUtf8()}, &context,
                  [&](const TextAnswer &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return {u"no answer"_s};
        QStringList ids;
        for (const RegisteredModel &model : catalog.models()) {
            if (answer->found.at(0).test(text.numberOf(model.id)))
                ids.append(model.id);
        }
        return ids;
    }
};

void tst_CatalogText::findsWhatTheCatalogHasByThen_data()
{
    QTest::addColumn<bool>("isBefore");
    QTest::newRow("there before") << true;
    QTest::newRow("came later") << false;
}

//! More models than are sent in one turn, and a question right behind them.
void tst_CatalogText::findsWhatTheCatalogHasByThen()
{
    QFETCH(bool, isBefore);
    Catalog catalog;
    QList<RegisteredModel> models;
    for (int i = 0; i < 2000; ++i)
        models.append(modelOf(i, i % 500 == 3 ? u"the ＢＥＲＴ 中文 one"_s : u"another"_s));
    if (isBefore)
        catalog.upsert(models);
    CatalogText text(catalog, {});
    if (!isBefore)
        catalog.upsert(models);
    const QStringList expected{u"model-3"_s, u"model-503"_s, u"model-1003"_s, u"model-1503"_s};
    QCOMPARE(find(text, catalog, u"bert"_s), expected);
    QCOMPARE(find(text, catalog, u"文"_s), expected);
    QCOMPARE(find(text, catalog, u"nowhere"_s), QStringList());
    QCOMPARE(find(text, catalog, u"model-1999"_s), QStringList{u"model-1999"_s});
}

void tst_CatalogText::followsChanges()
{
    Catalog catalog;
    catalog.upsert({modelOf(1, u"old"_s), modelOf(2, u"old"_s)});
    CatalogText text(catalog, {});
    QCOMPARE(find(text, catalog, u"old"_s).size(), 2);
    catalog.upsert(modelOf(1, u"new"_s));
    QCOMPARE(find(text, catalog, u"old"_s), QStringList{u"model-2"_s});
    QCOMPARE(find(text, catalog, u"new"_s), QStringList{u"model-1"_s});
    catalog.remove(u"model-2"_s);
    catalog.upsert(modelOf(3, u"old"_s));
    QCOMPARE(find(text, catalog, u"old"_s), QStringList{u"model-3"_s});
    catalog.upsert(modelOf(2, u"new"_s)); // it comes back
    QCOMPARE(find(text, catalog, u"new"_s), (QStringList{u"model-1"_s, u"model-2"_s}));
    catalog.clear();
    QCOMPARE(find(text, catalog, u"new"_s), QStringList());
}

//! Its number is asked for as long as somebody knows it.
void tst_CatalogText::whatWasRemovedIsInNoAnswer()
{
    Catalog catalog;
    catalog.upsert({modelOf(1, u"old"_s), modelOf(2, u"old"_s)});
    CatalogText text(catalog, {});
    catalog.remove(u"model-2"_s);
    std::optional<TextAnswer> answer;
    text.find({"old"}, this, [&](const TextAnswer &found) { answer = found; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->found.at(0).test(text.numberOf(u"model-1"_s)));
    text.find({"old"}, this, [&](const TextAnswer &found) { answer = found; });
    catalog.remove(u"model-1"_s);
    answer.reset();
    text.find({"old"}, this, [&](const TextAnswer &found) { answer = found; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->found.at(0).isEmpty());
}

void tst_CatalogText::theNewestQuestionIsAnswered_data()
{
    QTest::addColumn<bool>("isRead");
    QTest::newRow("while models are read") << false;
    QTest::newRow("when all are read") << true;
}

void tst_CatalogText::theNewestQuestionIsAnswered()
{
    QFETCH(bool, isRead);
    Catalog catalog;
    catalog.upsert(modelOf(1, u"one"_s));
    CatalogText text(catalog, {});
    if (isRead)
        QCOMPARE(find(text, catalog, u"one"_s).size(), 1);
    QList<QByteArrayList> answered;
    for (int i = 0; i < 20; ++i) {
        text.find({QByteArray::number(i)}, this,
                  [&](const TextAnswer &answer) { answered.append(answer.needles); });
    }
    QTRY_VERIFY(!answered.isEmpty());
    QTest::qWait(50);
    QCOMPARE(answered, QList<QByteArrayList>{{"19"}});
}

void tst_CatalogText::nobodyIsToldWhoIsGone()
{
    Catalog catalog;
    catalog.upsert(modelOf(1, u"one"_s));
    bool isTold = false;
    {
        CatalogText text(catalog, {});
        auto context = std::make_unique<QObject>();
        text.find({"one"}, context.get(), [&](const TextAnswer &) { isTold = true; });
        context.reset();
        QTest::qWait(50);
        text.find({"one"}, this, [&](const TextAnswer &) { isTold = true; });
    }
    QTest::qWait(50);
    QVERIFY(!isTold);
}

void tst_CatalogText::leavesNoFiles()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"text"_s);
    {
        Catalog catalog;
        QList<RegisteredModel> models;
        for (int i = 0; i < 5000; ++i) // more than one file takes
            models.append(modelOf(i, u"text %1"_s.arg(i)));
        catalog.upsert(models);
        CatalogText text(catalog, place);
        QCOMPARE(find(text, catalog, u"text 4999"_s).size(), 1);
        QCOMPARE(QDir(place).entryList(QDir::Files), QStringList());
    }
    QCOMPARE(QDir(place).entryList(QDir::Files), QStringList());
}

MODELSCRIBE_TEST(tst_CatalogText)

} // namespace tst_catalogtext

#include "tst_catalogtext.moc"
