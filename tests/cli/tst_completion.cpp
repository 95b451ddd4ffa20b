// SPDX-License-Identifier: GPL-3.0-or-later
// "complete -- WORDS": what the shells ask while a command line is typed.
#include "cliworld.h"
#include "testclass.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

namespace tst_completion {

using namespace modelscribe;
using namespace Qt::StringLiterals;

//! Name, size and time of every file below the home.
QStringList filesOf(const CliWorld &world)
{
    QStringList files;
    QDirIterator walk(world.home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo file = walk.nextFileInfo();
        files.append(u"%1 %2 %3"_s.arg(file.filePath())
                         .arg(file.size())
                         .arg(file.lastModified().toMSecsSinceEpoch()));
    }
    files.sort();
    return files;
}

class tst_Completion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void offersWhatTheProgramKnows_data();
    void offersWhatTheProgramKnows();
    void offersWhatTheCopyHas_data();
    void offersWhatTheCopyHas();
    void offersProfiles();
    void asksNobodyAndWritesNothing();
    void anotherRegistryHasOtherValues();
    void namesThatBreakLinesAreLeftOut();
    void aDamagedCopyOffersNothing();
    void isNoCommandForPeople();

private:
    QStringList lines(CliWorld &world, const QStringList &words)
    {
        const Told told = world.run(QStringList{u"complete"_s, u"--"_s} + words);
        if (told.code != 0 || !told.err.isEmpty())
            return {u"code %1: "_s.arg(told.code) + QString::fromUtf8(told.err)};
        return QString::fromUtf8(told.out).split(u'\n', Qt::SkipEmptyParts);
    }
    QStringList offers(const QStringList &words)
    {
        QStringList result;
        for (const QString &line : lines(m_world, words))
            result.append(line.startsWith(u'\t') ? line : line.section(u'\t', 0, 0));
        return result;
    }

    CliWorld m_world;
    QString m_id;
};

void tst_Completion::initTestCase()
{
    QVERIFY(m_world.serve(0));
    m_id = m_world.create(u"bert base"_s, {u"--set"_s, u"Task=own-task"_s, u"Origin=elsewhere"_s,
                                           u"--label"_s, u"team=nlp"_s, u"stage=a b"_s});
    QVERIFY(!m_id.isEmpty());
    QVERIFY(!m_world.create(u"gpt"_s, {u"--label"_s, u"team=cv"_s, u"中=文"_s}).isEmpty());
    QVERIFY(!m_world.create(u"vit"_s, {u"--label"_s, u"team=cv"_s}).isEmpty());
    QCOMPARE(m_world.run({u"sync"_s}).code, 0);
    m_world.stopServing();
}

void tst_Completion::offersWhatTheProgramKnows_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("first");
    const auto row = [](const char *name, const QStringList &words, const QStringList &first) {
        QTest::newRow(name) << words << first;
    };
    row("commands", {u"work"_s}, {u"workspaces"_s});
    row("options", {u"edit"_s, u"--set"_s}, {u"--set"_s, u"--set-empty"_s, u"--set-extra"_s});
    row("choices", {u"--output"_s, u""_s}, {u"table"_s, u"json"_s, u"csv"_s});
    row("fields", {u"create"_s, u"--set"_s, u"Model"_s},
        {u"ModelName="_s, u"ModelDescription="_s, u"ModelDoc="_s, u"ModelType="_s});
    row("a choice of a field", {u"create"_s, u"--set"_s, u"Accessibility="_s},
        {u"Accessibility=PRIVATE"_s, u"Accessibility=PUBLIC"_s});
    row("a known task", {u"create"_s, u"--set"_s, u"Task=text-gener"_s},
        {u"Task=text-generation"_s});
    row("columns", {u"list"_s, u"--columns"_s, u"ModelName,extr"_s}, {u"ModelName,extra."_s});
    row("fields of a query", {u"list"_s, u"--query"_s, u"bert task"_s}, {u"bert task:"_s});
    row("states of a query", {u"list"_s, u"--query"_s, u"is:bad"_s}, {u"is:bad-cover"_s});
    row("files", {u"create"_s, u"--extra-info"_s, u""_s}, {u"\tfiles"_s});
    row("providers", {u"list"_s, u"--provider"_s, u"p"_s}, {u"pai"_s});
    row("regions", {u"--region"_s, u"cn-hang"_s}, {u"cn-hangzhou"_s});
    row("words of history are no query", {u"history"_s, u"--query"_s, u"ta"_s}, {});
    row("settings", {u"config"_s, u"get"_s, u"rate."_s},
        {u"rate.reads"_s, u"rate.writes"_s, u"rate.attempts"_s});
    row("choices of a setting", {u"config"_s, u"set"_s, u"appearance.colours"_s, u""_s},
        {u"system"_s, u"light"_s, u"dark"_s});
    row("a switch", {u"config"_s, u"set"_s, u"appearance.motion"_s, u"t"_s}, {u"true"_s});
    row("fields that are not copied",
        {u"config"_s, u"set"_s, u"editing.not-copied"_s, u"Task"_s, u"Dom"_s}, {u"Domain"_s});
    row("values of no setting", {u"config"_s, u"set"_s, u"nothing"_s, u""_s}, {});
    row("an unknown command", {u"fly"_s, u""_s}, {});
}

void tst_Completion::offersWhatTheProgramKnows()
{
    QFETCH(QStringList, words);
    QTEST(offers(words), "first");
}

void tst_Completion::offersWhatTheCopyHas_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("all");
    const auto row = [](const char *name, const QStringList &words, const QStringList &all) {
        QTest::newRow(name) << words << all;
    };
    row("label keys, most used first", {u"update"_s, u"x"_s, u"--label"_s, u""_s},
        {u"team="_s, u"stage="_s, u"中="_s});
    row("values of a label", {u"update"_s, u"x"_s, u"--label"_s, u"team="_s},
        {u"team=cv"_s, u"team=nlp"_s});
    row("keys to remove", {u"update"_s, u"x"_s, u"--remove-label"_s, u"t"_s}, {u"team"_s});
    row("labels of all models", {u"label"_s, u"delete"_s, u"st"_s}, {u"stage"_s});
    row("labels of a query", {u"list"_s, u"--query"_s, u"-task:x label:team="_s},
        {u"-task:x label:team=cv"_s, u"-task:x label:team=nlp"_s});
    row("values of a query", {u"list"_s, u"--query"_s, u"origin:"_s}, {u"origin:elsewhere"_s});
    row("values in use", {u"create"_s, u"--set"_s, u"Task=own"_s}, {u"Task=own-task"_s});
    row("values behind =", {u"create"_s, u"--set=Task=own"_s}, {u"--set=Task=own-task"_s});
}

void tst_Completion::offersWhatTheCopyHas()
{
    QFETCH(QStringList, words);
    QTEST(offers(words), "all");
    const QStringList ids = lines(m_world, {u"get"_s, m_id.first(m_id.size() - 1)});
    QVERIFY(ids.contains(m_id + u"\tbert base"_s));
}

void tst_Completion::offersProfiles()
{
    CliWorld world;
    const auto add = [&world](const QString &name) {
        return world.run({u"profiles"_s, u"add"_s, name, u"--region"_s, u"cn-hangzhou"_s,
                          u"--keys-from"_s, u"environment"_s});
    };
    QCOMPARE(add(u"prod"_s).code, 0);
    QCOMPARE(add(u"try"_s).code, 0);
    const QStringList both{u"prod"_s, u"try"_s};
    QCOMPARE(lines(world, {u"--profile"_s, QString()}), both);
    QCOMPARE(lines(world, {u"profiles"_s, u"remove"_s, u"p"_s}), QStringList{u"prod"_s});
}

// The registry is gone by now, and there is no keychain.
void tst_Completion::asksNobodyAndWritesNothing()
{
    const QStringList before = filesOf(m_world);
    QVERIFY(!before.isEmpty());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(offers({u"list"_s, u"--query"_s, u"label:t"_s}), QStringList{u"label:team="_s});
    QVERIFY2(clock.elapsed() < 5000, qPrintable(u"%1 ms"_s.arg(clock.elapsed())));
    QCOMPARE(filesOf(m_world), before);

    CliWorld empty;
    QCOMPARE(lines(empty, {u"list"_s, u"--query"_s, u"label:"_s}), QStringList());
    QCOMPARE(lines(empty, {u"get"_s, QString()}), QStringList());
    QCOMPARE(filesOf(empty), QStringList());
}

void tst_Completion::anotherRegistryHasOtherValues()
{
    const QStringList words{u"update"_s, u"x"_s, u"--label"_s, QString()};
    QCOMPARE(offers(QStringList{u"--endpoint"_s, u"http://127.0.0.1:1"_s} + words), QStringList());
    QCOMPARE(offers(QStringList{u"--endpoint"_s, m_world.endpoint} + words).size(), 3);
    QCOMPARE(offers(QStringList{u"--workspace"_s, u"123"_s} + words), QStringList());
    QCOMPARE(offers(QStringList{u"--local"_s, u"other.db"_s} + words), QStringList());
}

void tst_Completion::namesThatBreakLinesAreLeftOut()
{
    CliWorld world;
    QVERIFY(world.serve(0));
    QVERIFY(!world.create(u"two\nlines\tand a tab"_s, {u"--set"_s, u"Origin=a\nb"_s}).isEmpty());
    QCOMPARE(world.run({u"sync"_s}).code, 0);
    QCOMPARE(lines(world, {u"create"_s, u"--set"_s, u"Origin="_s}), QStringList());
    const QStringList models = lines(world, {u"get"_s, QString()});
    QCOMPARE(models.size(), 1);
    QVERIFY(models.first().endsWith(u"\ttwo lines and a tab"_s));
}

void tst_Completion::aDamagedCopyOffersNothing()
{
    QDirIterator walk(m_world.home.filePath(u"xdg_data_home/modelscribe/copies"_s), QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(8192, 'x'));
    }
    QCOMPARE(offers({u"update"_s, u"x"_s, u"--label"_s, u""_s}), QStringList());
}

void tst_Completion::isNoCommandForPeople()
{
    QVERIFY(!m_world.run({u"--help"_s}).out.contains("complete"));
    QCOMPARE(m_world.run({u"complete"_s}).code, 2);
}

MODELSCRIBE_TEST(tst_Completion)

} // namespace tst_completion

#include "tst_completion.moc"
