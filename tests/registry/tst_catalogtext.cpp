// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogtext.h"

#include "core/foldedtext.h"
#include "model/modelfields.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

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
    void keepsTextsForTheNextRun();
    void goesBackAndForthBetweenWorkspaces();
    void findsWhereNothingCanBeKept();
    void twoAtOnce();
    void noticesWhatChangedMeanwhile_data();
    void noticesWhatChangedMeanwhile();
    void endsInTheMiddle();

private:
    static RegisteredModel modelOf(int number, const QString &description)
    {
        RegisteredModel model{.id = u"model-%1"_s.arg(number)};
        model.metadata.description = description;
        return model;
    }
    //! How many texts were made, not taken over from an earlier run.
    static qint64 indexed(CatalogText &text)
    {
        const auto count = text.indexedCount();
        return QTest::qWaitFor([&] { return count.isFinished(); }) ? *count.result() : -1;
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

//! Only what changed meanwhile is indexed in the next run.
void tst_CatalogText::keepsTextsForTheNextRun()
{
    const QTemporaryDir folder;
    QList<RegisteredModel> models;
    for (int i = 0; i < 5000; ++i) // more than one file takes
        models.append(modelOf(i, u"text %1"_s.arg(i)));
    {
        Catalog catalog;
        catalog.upsert(models);
        CatalogText text(catalog, folder.path());
        QCOMPARE(find(text, catalog, u"text 4999"_s), QStringList{u"model-4999"_s});
        QCOMPARE(indexed(text), 5000);
    }
    std::ranges::reverse(models);
    models.removeLast();                               // model-0
    models[10].metadata.description = u"another 中"_s; // model-4989
    models.append(modelOf(6000, u"text 6000"_s));
    {
        Catalog catalog;
        catalog.upsert(models);
        CatalogText text(catalog, folder.path());
        QCOMPARE(find(text, catalog, u"text 4999"_s), QStringList{u"model-4999"_s});
        QCOMPARE(find(text, catalog, u"text 4989"_s), QStringList());
        QCOMPARE(find(text, catalog, u"中"_s), QStringList{u"model-4989"_s});
        QCOMPARE(find(text, catalog, u"text 6000"_s), QStringList{u"model-6000"_s});
        QCOMPARE(find(text, catalog, u"text"_s).size(), 4999);
        QCOMPARE(indexed(text), 2);
    }
}

void tst_CatalogText::goesBackAndForthBetweenWorkspaces()
{
    const QTemporaryDir folder;
    QList<RegisteredModel> one;
    QList<RegisteredModel> other;
    for (int i = 0; i < 300; ++i) {
        one.append(modelOf(i, u"one"_s));
        other.append(modelOf(i, u"other"_s)); // the same ids
    }
    Catalog catalog;
    CatalogText text(catalog, folder.path());
    for (int i = 0; i < 3; ++i) {
        catalog.upsert(one);
        QCOMPARE(find(text, catalog, u"one"_s).size(), 300);
        QCOMPARE(find(text, catalog, u"other"_s).size(), 0);
        catalog.clear();
        catalog.upsert(other);
        QCOMPARE(find(text, catalog, u"one"_s).size(), 0);
        QCOMPARE(find(text, catalog, u"other"_s).size(), 300);
        catalog.clear();
    }
    QCOMPARE(indexed(text), 600);
}

//! A file stands where the folder should be, or what is kept is nothing of ours.
void tst_CatalogText::findsWhereNothingCanBeKept()
{
    const QTemporaryDir folder;
    const QString taken = folder.filePath(u"taken"_s);
    const QString foreign = folder.filePath(u"foreign"_s);
    QVERIFY(QDir().mkpath(foreign));
    for (const QString &path : {taken, foreign + u"/000000000001.segment"_s}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(100, 'x'));
    }
    Catalog catalog;
    catalog.upsert({modelOf(1, u"one"_s), modelOf(2, u"two"_s)});
    for (const QString &place : {taken, foreign}) {
        CatalogText text(catalog, place);
        QCOMPARE(find(text, catalog, u"one"_s), QStringList{u"model-1"_s});
    }
    QCOMPARE(QFileInfo(taken).size(), 100);
}

//! Another window of the same registry.
void tst_CatalogText::twoAtOnce()
{
    const QTemporaryDir folder;
    Catalog catalog;
    catalog.upsert({modelOf(1, u"one"_s), modelOf(2, u"two"_s)});
    CatalogText first(catalog, folder.path());
    QCOMPARE(find(first, catalog, u"one"_s), QStringList{u"model-1"_s});
    CatalogText second(catalog, folder.path());
    QCOMPARE(find(second, catalog, u"one"_s), QStringList{u"model-1"_s});
    catalog.upsert(modelOf(1, u"new"_s));
    QCOMPARE(find(first, catalog, u"new"_s), QStringList{u"model-1"_s});
    QCOMPARE(find(second, catalog, u"new"_s), QStringList{u"model-1"_s});
    QCOMPARE(find(second, catalog, u"one"_s), QStringList());
}

//! Each part of a model that is searched is part of what tells whether a kept text is right.
void tst_CatalogText::noticesWhatChangedMeanwhile_data()
{
    QTest::addColumn<RegisteredModel>("changed");
    const auto add = [](const char *name, auto change) {
        RegisteredModel model = modelOf(1, u"text"_s);
        change(model);
        QTest::newRow(name) << model;
    };
    for (const ModelField &field : modelFields) {
        if (const auto *text = std::get_if<QString ModelMetadata::*>(&field.member))
            add(field.key.data(),
                [&](RegisteredModel &model) { model.metadata.*(*text) = u"7"_s; });
    }
    add("ExtraInfo", [](auto &model) { model.metadata.extraInfo = JsonText("{\"a\":7}"); });
    add("label", [](auto &model) { model.metadata.labels = {{u"7"_s, {}}}; });
    add("value of a label", [](auto &model) { model.metadata.labels = {{{}, u"7"_s}}; });
    add("owner", [](auto &model) { model.ownerId = u"7"_s; });
    add("user", [](auto &model) { model.userId = u"7"_s; });
    add("version", [](auto &model) { model.latestVersionName = u"7"_s; });
}

void tst_CatalogText::noticesWhatChangedMeanwhile()
{
    QFETCH(RegisteredModel, changed);
    const QTemporaryDir folder;
    {
        Catalog catalog;
        catalog.upsert(modelOf(1, u"text"_s));
        CatalogText text(catalog, folder.path());
        QCOMPARE(find(text, catalog, u"text"_s).size(), 1);
    }
    Catalog catalog;
    catalog.upsert(changed);
    CatalogText text(catalog, folder.path());
    QCOMPARE(find(text, catalog, u"text"_s).size(), 1 - (changed.metadata.description == u"7"_s));
    QCOMPARE(indexed(text), 1);
}

//! A window that is closed does not wait for a long work.
void tst_CatalogText::endsInTheMiddle()
{
    const QTemporaryDir folder;
    Catalog catalog;
    QList<RegisteredModel> models;
    for (int i = 0; i < 20'000; ++i)
        models.append(modelOf(i, u"long text "_s.repeated(200) + QString::number(i)));
    catalog.upsert(models);
    QElapsedTimer timer;
    qint64 whole = 0;
    {
        CatalogText text(catalog, {});
        timer.start();
        std::ignore = find(text, catalog, u"nowhere"_s);
        whole = timer.elapsed();
    }
    auto text = std::make_unique<CatalogText>(catalog, folder.path());
    QTest::qWait(int(whole / 10)); // all is on its way
    timer.start();
    text.reset();
    QVERIFY2(timer.elapsed() < whole * 3 / 4,
             qPrintable(u"%1 of %2 ms"_s.arg(timer.elapsed()).arg(whole)));
}

MODELSCRIBE_TEST(tst_CatalogText)

} // namespace tst_catalogtext

#include "tst_catalogtext.moc"
