// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modeltablemodel.h"
#include "registry/access.h"
#include "testclass.h"
#include "ui/batch/batchpage.h"
#include "ui/browse/browsepane.h"
#include "ui/edit/aboutsection.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/batching.h"
#include "ui/window/batchreviewing.h"
#include "uitest.h"
#include "uiworld.h"

#include <QLabel>

namespace tst_notyours {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using Mark = RowMarks::Mark;

//! Models that the registry will probably not let the person change.
class tst_NotYours : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysSoInTheListBeforeAnybodyTypes();
    void saysWhyAndWhomToAskInTheForm();
    void saysWhoMayPublish();
    void namesPeopleAndWorkspaces();
    void leavesThemOutOfAChangeOfManyUntilTicked();

private:
    //! The row of the model; -1 when it is not shown.
    int rowOf(const QString &name) const
    {
        const ModelTableModel &models = m_browse->models();
        for (int row = 0; row < models.rowCount(); ++row) {
            if (models.modelAt(row).metadata.name == name)
                return row;
        }
        return -1;
    }
    QModelIndex cellOf(const QString &name) const
    {
        const ModelTableModel &models = m_browse->models();
        return models.index(rowOf(name), models.indexOf(*ModelColumn::of(u"ModelName"_s)));
    }
    Mark markOf(const QString &name) const
    {
        return cellOf(name).data(ModelTableModel::MarkRole).value<Mark>();
    }
    EditSession *open(const QString &name)
    {
        EditSession *session = m_world->workbench.open(m_browse->models().modelAt(rowOf(name)).id);
        m_pane->setSession(session);
        return session;
    }
    MessageStrip &strip() const { return *m_pane->findChild<MessageStrip *>(u"notYours"_s); }

    static inline const QString theirs = u"ocr-handwriting-zh"_s;
    static inline const QString own = u"segformer-road-b2"_s;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
    BrowsePane *m_browse = nullptr;
    EditorPane *m_pane = nullptr;
};

void tst_NotYours::init()
{
    m_world = std::make_unique<UiWorld>(60);
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    m_browse = m_window->findChild<BrowsePane *>();
    m_pane = m_window->findChild<EditorPane *>();
    QVERIFY(m_world->connectToRegistry());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_world->waitLoaded());
    m_world->workbench.connection()->setWorkspaceId(u"2"_s);
    QVERIFY(m_world->waitLoaded());
    QTRY_VERIFY(rowOf(theirs) >= 0 && rowOf(own) >= 0);
}

void tst_NotYours::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_NotYours::saysSoInTheListBeforeAnybodyTypes()
{
    QTRY_COMPARE(markOf(theirs), Mark::NotYours);
    QTRY_COMPARE(m_world->workbench.access()->callerId(), u"1001"_s);
    QCOMPARE(markOf(own), Mark::None);
    QTRY_VERIFY(cellOf(theirs).data(Qt::ToolTipRole).toString().contains(u"林悦"_s));
    QVERIFY(!cellOf(own).data(Qt::ToolTipRole).toString().contains(u"林悦"_s));
    QCOMPARE(cellOf(theirs).data(Qt::AccessibleDescriptionRole).toString(),
             u"You may not change this model"_s);
}

void tst_NotYours::saysWhyAndWhomToAskInTheForm()
{
    EditSession *session = open(theirs);
    QTRY_COMPARE(strip().text(),
                 u"Only 林悦, who made this model, and administrators may change it. "
                 "Ask an administrator of the workspace: 林悦."_s);
    QVERIFY(strip().isVisible());
    QVERIFY(!session->isReadOnly()); // it is foretold, not known
    open(own);
    QTRY_COMPARE(m_world->workbench.access()->callerId(), u"1001"_s);
    QVERIFY(!strip().isVisible());
    open(theirs);
    QVERIFY(strip().isVisible());
    m_pane->setSession(nullptr);
    QVERIFY(!strip().isVisible());
}

void tst_NotYours::saysWhoMayPublish()
{
    EditSession *session = open(own);
    QTRY_COMPARE(m_world->workbench.access()->mayPublish(session->base()), Access::Verdict::No);
    QVERIFY(!strip().isVisible());
    session->setValue(*findField(u"Accessibility"), u"PUBLIC"_s);
    QTRY_VERIFY(strip().isVisible());
    QVERIFY(strip().text().contains(u"PaiModel:PublishModel"_s));
    session->setValue(*findField(u"Accessibility"), u"PRIVATE"_s);
    QTRY_VERIFY(!strip().isVisible());
}

void tst_NotYours::namesPeopleAndWorkspaces()
{
    open(theirs);
    const auto *about = m_pane->findChild<AboutSection *>();
    const auto holds = [about](const QString &text) {
        const QList<QLabel *> labels = about->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](QLabel *label) {
            return label->text() == text || label->accessibleName() == text;
        });
    };
    QTRY_VERIFY(holds(u"林悦 (1002)"_s));
    QTRY_VERIFY(holds(u"vision_team (2)"_s));
}

MODELSCRIBE_GUI_TEST(tst_NotYours)

void tst_NotYours::leavesThemOutOfAChangeOfManyUntilTicked()
{
    QTRY_COMPARE(markOf(theirs), Mark::NotYours);
    QTRY_COMPARE(m_world->workbench.access()->callerId(), u"1001"_s);
    const QString theirId = m_browse->models().modelAt(rowOf(theirs)).id;
    BatchEdit edit;
    edit.fields[u"Task"_s].text = u"ocr-recognition-new"_s;
    BatchReviewing &reviewing = m_window->findChild<Batching *>()->reviewing();
    reviewing.review({m_browse->models().modelAt(rowOf(own)).id, theirId}, edit);
    BatchGrid &grid = reviewing.page()->grid();
    QTRY_VERIFY(grid.review() && !grid.review()->isRunning());
    QTRY_COMPARE(grid.totals().models, 1);
    const int row = grid.itemAt(0).base.id == theirId ? 0 : 1;
    QCOMPARE(grid.stateText(row), u"not yours to change"_s);
    QVERIFY(grid.detailText(row).contains(u"林悦"_s));
    grid.leaveOut({row}, false); // it is foretold, not known
    QTRY_COMPARE(grid.totals().models, 2);
    QVERIFY(!grid.detailText(1 - row).contains(u"林悦"_s));
}

} // namespace tst_notyours

#include "tst_notyours.moc"
