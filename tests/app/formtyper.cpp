// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program, with somebody who types into it until it is killed.
//
// formtyper REGISTRY-FILE SEED     types, and says so on stdout at once, one line each:
//   ready
//   first <draft> <place> <mark> <mark in the registry>    as a form is first seen
//   typed <nanoseconds> <draft> <place> <mark>             the clock is CLOCK_MONOTONIC
// formtyper REGISTRY-FILE --check  says what the forms show after a start, and ends:
//   form <draft> <tab> <cursor>
//   shows <draft> <place> <mark>
//   done
// formtyper REGISTRY-FILE "ROW WAY" types into one editor of a model, see editorrows.h, and then
//                                  does nothing ("stay"), closes the window ("quit"), or asks for
//                                  the review ("review"); says
//   typed
//   review | problem | nothing
#include "app/editorrows.h"
#include "app/formvalues.h"
#include "app/program.h"
#include "lists/labelsmodel.h"
#include "ui/edit/editorpane.h"
#include "ui/json/form/jsonform.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/form/textlistfield.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsoneditor.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreecommands.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/review/reviewdialog.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

qint64 now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void say(const QByteArray &line)
{
    const QByteArray text = line + '\n';
    if (::write(STDOUT_FILENO, text.constData(), size_t(text.size())) != text.size())
        std::abort();
}

template<typename T>
T *topLevel()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<T *>(widget); found && found->isVisible())
            return found;
    }
    return nullptr;
}

QList<Label> shownLabels(const EditorPane &pane)
{
    QList<Label> labels;
    const auto *table = pane.findChild<QTableView *>(u"field_Labels"_s);
    const auto *model = table ? qobject_cast<LabelsModel *>(table->model()) : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const LabelsModel::State state = model->state(row);
        if (state != LabelsModel::State::Removed && state != LabelsModel::State::Begun)
            labels.append(model->label(row));
    }
    return labels;
}

//! What stands in the widgets, not what the session has.
QMap<QByteArray, QByteArray> shownMarks(const EditorPane &pane)
{
    QMap<QByteArray, QByteArray> marks;
    for (const ModelField &field : modelFields) {
        const auto *widget = pane.findChild<QWidget *>(u"field_"_s + field.key);
        if (!widget)
            continue;
        const QVariant value = widget->metaObject()->userProperty().read(widget);
        const bool isJson = field.kind == FieldKind::JsonObject;
        marks.insert(QByteArray(field.key.data(), field.key.size()),
                     formvalues::markOf(field, isJson ? FieldValue(JsonText(value.toByteArray()))
                                                      : FieldValue(value.toString())));
    }
    marks.insert("Labels", formvalues::markOf(shownLabels(pane)));
    return marks;
}

class Typist : public QObject
{
public:
    explicit Typist(quint32 seed)
        : m_random(seed)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            step();
            // In bursts, as people do.
            m_timer.start(below(4) == 0 ? below(60) : below(12));
        });
        m_timer.start(0);
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }

    void step()
    {
        auto *window = topLevel<MainWindow>();
        auto *table = window ? window->findChild<QTableView *>(u"modelTable"_s) : nullptr;
        if (!table && window) {
            for (QTableView *view : window->findChildren<QTableView *>())
                table = view->accessibleName() == "Models"_L1 ? view : table;
        }
        if (!table || table->model()->rowCount() == 0)
            return;
        auto *pane = window->findChild<EditorPane *>();
        const bool isNew = pane->session() && pane->session()->isNew();
        if (!pane->session() || (!isNew && below(60) == 0)) {
            table->setCurrentIndex(table->model()->index(below(table->model()->rowCount()), 0));
            return;
        }
        if (!m_isReady) {
            m_isReady = true;
            say("ready");
        }
        see(*pane, false);
        if (!isNew && below(90) == 0) {
            window->findChild<QAction *>(u"newModelAction"_s)->trigger();
            return;
        }
        const EditSession *before = pane->session();
        if (isNew && below(60) == 0)
            pane->findChild<QPushButton *>(u"keep"_s)->click();
        else if (below(25) == 0)
            move(*pane);
        else
            type(*pane);
        if (pane->session() == before) // what was typed is in this form
            see(*pane, true);
    }

    //! Goes to some tab and field.
    void move(EditorPane &pane)
    {
        const auto tab = std::array{EditorPane::DetailsTab, EditorPane::ExtraInfoTab,
                                    EditorPane::LabelsTab}[size_t(below(3))];
        pane.setCurrentTab(tab);
        if (tab == EditorPane::ExtraInfoTab) {
            auto *json = pane.findChild<JsonEditor *>();
            json->setFace(JsonEditor::Face::Text);
            json->textEdit().setFocus(Qt::OtherFocusReason);
            json->textEdit().selectRange({1, 1}); // behind the brace
        } else if (tab == EditorPane::LabelsTab) {
            if (auto *add = pane.findChild<QPushButton *>(u"addLabel"_s); add && add->isEnabled())
                add->click();
            else if (auto *labels = pane.findChild<LabelsEditor *>())
                labels->addLabel();
        } else {
            static const std::array fields{u"ModelName"_s, u"ModelDescription"_s, u"Task"_s,
                                           u"Origin"_s, u"ParameterSize"_s};
            if (auto *field = pane.findChild<QWidget *>(u"field_"_s + fields[size_t(below(5))]))
                field->setFocus(Qt::TabFocusReason);
        }
    }

    void type(EditorPane &pane)
    {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || !pane.isAncestorOf(focus) || qobject_cast<QAbstractButton *>(focus)) {
            move(pane);
            return;
        }
        const int choice = below(40);
        if (choice < 4)
            QTest::keyClick(focus, Qt::Key_Backspace);
        else if (choice == 4)
            QTest::keyClick(focus, Qt::Key_Left);
        else if (choice == 5)
            QTest::keyClick(focus, Qt::Key_End);
        else if (choice == 6 && !qobject_cast<QTableView *>(focus))
            QTest::keyClick(focus, Qt::Key_Return);
        else if (choice == 7)
            QTest::keyClick(focus, Qt::Key_Tab);
        else if (choice == 8)
            QTest::keyClick(focus, Qt::Key_Z, Qt::ControlModifier);
        else if (choice == 9)
            QTest::keyClick(focus, Qt::Key_Space);
        else
            QTest::keyClick(focus, char('a' + below(26)));
    }

    //! Says what is new in the form.
    void see(const EditorPane &pane, bool typed)
    {
        const EditSession *session = pane.session();
        if (!session)
            return;
        const QByteArray draft = session->draftId().toUtf8();
        const auto shown = shownMarks(pane);
        const bool isFirst = !m_seen.contains(draft);
        const auto base = isFirst ? formvalues::marksOf(session->base().metadata)
                                  : QMap<QByteArray, QByteArray>();
        QMap<QByteArray, QByteArray> &seen = m_seen[draft];
        for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
            if (isFirst)
                say("first " + draft + ' ' + it.key() + ' ' + *it + ' ' + base.value(it.key()));
            else if (seen.value(it.key()) != *it)
                say((typed ? "typed " : "other ") + QByteArray::number(now()) + ' ' + draft + ' '
                    + it.key() + ' ' + *it);
            seen[it.key()] = *it;
        }
    }

    QRandomGenerator m_random;
    QTimer m_timer;
    bool m_isReady = false;
    QMap<QByteArray, QMap<QByteArray, QByteArray>> m_seen;
};

qint64 cursorOf(const QWidget *field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->cursorPosition();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(field))
        return text->textCursor().position();
    if (const auto *json = qobject_cast<const JsonEditor *>(field))
        return json->textEdit().caret();
    return -1;
}

void tellForms()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        const auto panes = widget->isVisible() ? widget->findChildren<EditorPane *>()
                                               : QList<EditorPane *>();
        for (const EditorPane *pane : panes) {
            if (!pane->session())
                continue;
            const QByteArray draft = pane->session()->draftId().toUtf8();
            say("form " + draft + ' ' + QByteArray::number(int(pane->currentTab())));
            const auto shown = shownMarks(*pane);
            for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
                const auto *field = pane->findChild<QWidget *>(u"field_"_s
                                                               + QString::fromUtf8(it.key()));
                say("shows " + draft + ' ' + it.key() + ' ' + *it + ' '
                    + QByteArray::number(cursorOf(field)));
            }
        }
    }
    say("done");
}

//! Types into one editor, then does one thing.
class RowTypist : public QObject
{
public:
    RowTypist(const QString &row, const QString &way)
        : m_row(row)
        , m_way(way)
    {
        connect(&m_timer, &QTimer::timeout, this, &RowTypist::step);
        m_timer.start(20);
    }

private:
    bool is(QLatin1StringView beginning) const { return m_row.startsWith(beginning); }

    void step()
    {
        auto *window = topLevel<MainWindow>();
        auto *pane = window ? window->findChild<EditorPane *>() : nullptr;
        if (!pane || !window->isActiveWindow() || m_isTyping)
            return;
        if (!pane->session()) {
            for (QTableView *view : window->findChildren<QTableView *>()) {
                if (view->accessibleName() == "Models"_L1 && view->model()->rowCount() > 0)
                    view->setCurrentIndex(view->model()->index(0, 0));
            }
            return;
        }
        m_timer.stop();
        m_isTyping = true;
        if (is("new model"_L1)) {
            window->findChild<QAction *>(u"newModelAction"_s)->trigger();
            if (!QTest::qWaitFor([pane] { return pane->session() && pane->session()->isNew(); }))
                return say("no new model");
        }
        open(*pane);
        type(*pane);
        say("typed " + pane->session()->draftId().toUtf8());
        if (m_way == "quit"_L1)
            window->close();
        else if (m_way == "review"_L1)
            review(*pane);
    }

    void open(EditorPane &pane)
    {
        if (is("field "_L1) || is("new model"_L1)) {
            const QString key = is("field "_L1) ? m_row.mid(6) : u"ModelName"_s;
            pane.findChild<QWidget *>(u"field_"_s + key)->setFocus(Qt::TabFocusReason);
        } else if (is("label"_L1)) {
            pane.setCurrentTab(EditorPane::LabelsTab);
            auto *labels = pane.findChild<LabelsEditor *>();
            if (is("label key"_L1))
                return labels->addLabel();
            const QModelIndex cell = labels->model().index(0, LabelsModel::Value);
            labels->table().setFocus();
            labels->table().setCurrentIndex(cell);
            labels->table().edit(cell);
        } else {
            pane.setCurrentTab(EditorPane::ExtraInfoTab);
            openJson(*pane.findChild<JsonEditor *>());
        }
    }

    void openJson(JsonEditor &json)
    {
        const auto isRead = [&json] { return json.document().isCurrent(); };
        if (!QTest::qWaitFor(isRead))
            return;
        if (is("text"_L1)) {
            json.setFace(JsonEditor::Face::Text);
            json.textEdit().setFocus();
            const qsizetype at = m_row == "text"_L1 ? json.value().indexOf("two") : 0;
            json.textEdit().selectRange({at, at});
        } else if (is("form"_L1)) {
            json.setFace(JsonEditor::Face::Form);
            const QString key = is("form number"_L1)  ? u"RatingCount"_s
                                : is("form stars"_L1) ? u"Rating"_s
                                                      : u"CoverUris"_s;
            json.form().field(key)->editor()->setFocus(Qt::TabFocusReason);
        } else {
            openTree(json);
        }
    }

    void openTree(JsonEditor &json)
    {
        using Id = JsonTreeCommands::Id;
        json.setFace(JsonEditor::Face::Tree);
        JsonTreeView &tree = json.treeView();
        tree.setFocus();
        const QString path = is("dialog"_L1)        ? u"$.long"_s
                             : is("tree number"_L1) ? u"$.n"_s
                                                    : u"$.a"_s;
        tree.showPath(*jsonPathFromText(path));
        tree.commands().action(is("tree key"_L1) ? Id::RenameKey : Id::EditValue)->trigger();
        if (!is("dialog"_L1))
            return;
        if (!QTest::qWaitFor([] { return QApplication::activeModalWidget(); }))
            return;
        auto *text = QApplication::activeModalWidget()->findChild<JsonTextEdit *>();
        text->setFocus();
        const qsizetype at = m_row == "dialog"_L1 ? 1 : 0;
        text->selectRange({at, at});
    }

    void type(EditorPane &pane)
    {
        const auto row = std::ranges::find_if(editorrows::rows, [this](const auto &known) {
            return m_row == QLatin1StringView(known.name);
        });
        // A window of its own becomes the active one a moment later.
        const QWidget *modal = QApplication::activeModalWidget();
        const QWidget *owner = modal ? modal : &pane;
        const bool hasFocus = QTest::qWaitFor([owner] {
            return QApplication::focusWidget() && owner->isAncestorOf(QApplication::focusWidget());
        });
        QWidget *focus = QApplication::focusWidget();
        if (!hasFocus)
            return say("no editor has the focus");
        if (is("form number"_L1) || is("form stars"_L1) || is("field Parameter"_L1)
            || is("field Order"_L1)) {
            for (int key = 0; key < 8; ++key)
                QTest::keyClick(focus, Qt::Key_Backspace);
        }
        QTest::keyClicks(focus, QString::fromLatin1(row->typed));
    }

    void review(const EditorPane &pane)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
        const bool isOpen = QTest::qWaitFor([] { return topLevel<ReviewDialog>(); }, 1500);
        const bool isProblem = !maySave(pane.session()->problems());
        say(isOpen ? "review" : isProblem ? "problem" : "nothing");
    }

    QString m_row;
    QString m_way;
    QTimer m_timer;
    bool m_isTyping = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Program program({.connection = {.local = arguments[1]}, .language = u"en"_s});
    program.start();
    std::unique_ptr<Typist> typist;
    std::unique_ptr<RowTypist> rowTypist;
    QTimer check;
    if (arguments[2] == "--check"_L1) {
        // Everything is there when the list is, and a moment has passed.
        QObject::connect(&check, &QTimer::timeout, &check, [&check] {
            const auto *window = topLevel<MainWindow>();
            const auto *pane = window ? window->findChild<EditorPane *>() : nullptr;
            if (!pane || (!pane->session() && check.property("rounds").toInt() < 60)) {
                check.setProperty("rounds", check.property("rounds").toInt() + 1);
                return;
            }
            check.stop();
            QTimer::singleShot(300, &check, [] {
                tellForms();
                QCoreApplication::quit();
            });
        });
        check.start(50);
    } else if (const qsizetype blank = arguments[2].lastIndexOf(u' '); blank > 0) {
        rowTypist = std::make_unique<RowTypist>(arguments[2].left(blank),
                                                arguments[2].mid(blank + 1));
    } else {
        typist = std::make_unique<Typist>(arguments[2].toUInt());
    }
    return QApplication::exec();
}
