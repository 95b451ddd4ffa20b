// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"
#include "api/operations.h"
#include "app/editorrows.h"
#include "credentials/fixedcredentials.h"
#include "localregistry/localregistry.h"
#include "model/modelfields.h"
#include "store/draftstore.h"
#include "store/storetesting.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace tst_killededitors {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

//! Types into each editor of the real window in a process of its own, and ends that without leaving
//! the editor. MODELSCRIBE_CAMPAIGN=1 ends each in every way.
class tst_KilledEditors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void typedTextIsKept_data();
    void typedTextIsKept();

private:
    std::unique_ptr<QProcess> type(const QString &row, const QString &way);
    void end(QProcess &process, const QString &way);
    QString registry() const { return m_folder.filePath(u"registry.db"_s); }

    QTemporaryDir m_folder;
    QString m_home;
};

void tst_KilledEditors::initTestCase()
{
    const AccessKey key{.id = "key", .secret = "secret"};
    LocalRegistry server({.database = registry(), .keys = {key}});
    const auto port = wait(server.start());
    QVERIFY(port);
    Client client(*Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(*port)), fixedCredentials(key));
    const ModelMetadata model{.name = u"model"_s,
                              .description = u"Two\nlines."_s,
                              .task = u"asr"_s,
                              .parameterSize = u"7000"_s,
                              .extraInfo = JsonText(editorrows::extraInfo),
                              .labels = {{u"team"_s, u"nlp"_s}}};
    QVERIFY(wait(client.run(*operations::createModel(model, {}))));
}

std::unique_ptr<QProcess> tst_KilledEditors::type(const QString &row, const QString &way)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"CONFIG", "DATA", "STATE", "CACHE"})
        environment.insert(u"XDG_%1_HOME"_s.arg(QString::fromLatin1(name)),
                           m_home + u'/' + QString::fromLatin1(name).toLower());
    environment.insert(u"HOME"_s, m_home);
    process->setProcessEnvironment(environment);
    process->setReadChannel(QProcess::StandardOutput);
    process->start(testing::buildPath(u"tests/app/formtyper"_s), {registry(), row + u' ' + way});
    return process;
}

void tst_KilledEditors::typedTextIsKept_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("how");
    const QStringList ways{u"kill"_s, u"SIGTERM"_s, u"quit"_s, u"review"_s};
    for (int row = 0; row < int(editorrows::rows.size()); ++row) {
        for (qsizetype way = 0; way < ways.size(); ++way) {
            // In a row of runs each editor meets each way; in one, each way enough editors.
            if (isCampaign() || (row + seed()) % ways.size() == way)
                QTest::addRow("%s, %s", editorrows::rows[size_t(row)].name, qPrintable(ways[way]))
                    << row << ways[way];
        }
    }
}

void tst_KilledEditors::typedTextIsKept()
{
    QFETCH(int, row);
    QFETCH(QString, how);
    const editorrows::Row &editor = editorrows::rows[size_t(row)];
    if (how == "review"_L1 && editor.isModal)
        how = u"quit"_s; // its window takes the key
    const QTemporaryDir home;
    m_home = home.path();
    const bool isReview = how == "review"_L1;
    const auto process = type(QString::fromLatin1(editor.name), isReview           ? u"review"_s
                                                                : how == "quit"_L1 ? u"quit"_s
                                                                                   : u"stay"_s);
    QVERIFY(process->waitForStarted());
    const auto line = [&process] {
        while (!process->canReadLine() && process->waitForReadyRead(20'000)) { }
        return process->readLine().trimmed();
    };
    const QByteArray typed = line();
    QVERIFY2(typed.startsWith("typed "), (typed + process->readAllStandardError()).constData());
    if (isReview)
        QCOMPARE(line(), editor.isValue ? "review"_ba : "problem"_ba);
    if (how == "SIGTERM"_L1) {
        process->terminate();
    } else if (how != "quit"_L1) {
        QTest::qWait(300); // as promised
        process->kill();
    }
    QVERIFY2(process->waitForFinished(20'000), "it does not end");
    if (how == "SIGTERM"_L1 || how == "quit"_L1)
        QVERIFY(process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0);

    DraftStore store(m_home + u"/data/modelscribe/drafts.db"_s);
    const auto list = wait(store.all());
    QVERIFY(list);
    QCOMPARE(list->drafts.size(), 1);
    const Draft &draft = list->drafts.first();
    QCOMPARE(draft.modelId.toUtf8(), typed.mid(6));
    QStringList held = draft.unfinished.values();
    const bool isHeld = held.contains(QString::fromLatin1(editor.typed))
                        || held.join(u' ').contains(QString::fromLatin1(editor.typed));
    const bool isText = QByteArrayView(editor.name).startsWith("text");
    QCOMPARE(isHeld, !editor.isValue && !isText); // the text of ExtraInfo may be anything
    QStringList values;
    for (const ModelField &field : modelFields)
        values.append(field.read(draft.edited).text() + field.read(draft.edited).json().toString());
    for (const Label &label : draft.edited.labels)
        values.append(label.key + u'=' + label.value);
    if (!isHeld)
        QVERIFY2(values.join(u'\n').contains(QString::fromLatin1(editor.typed)),
                 qPrintable(values.join(u'\n')));
}

MODELSCRIBE_TEST(tst_KilledEditors)

} // namespace tst_killededitors

#include "tst_killededitors.moc"
