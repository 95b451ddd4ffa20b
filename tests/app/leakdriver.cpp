// SPDX-License-Identifier: GPL-3.0-or-later
// Hands for the program itself, unchanged: Qt loads this into it (QT_QPA_GENERIC_PLUGINS). What to
// do comes on standard input, a line each with tabs between its words, so that it is in no argument
// and no variable; each is answered by one line. A widget goes by objectName or accessibleName.
//
//   pid                   its number
//   bus                   where the bus of its session is
//   trigger ACTION        a menu's entry
//   fill WIDGET TEXT      typed key by key
//   choose BOX TEXT       one of its entries
//   click BUTTON
//   look                  all that a screen reader is told of the visible windows
//   copyall               clicks all that copies; what the clipboard had each time
//   crash SIGNAL          by its number, in a slot
// It quits at the end of the input.
#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGenericPlugin>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

//! Those of the dialog that takes the input first.
QWidgetList visibleWidgets()
{
    QWidgetList windows = QApplication::topLevelWidgets();
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        windows.removeAll(dialog);
        windows.prepend(dialog);
    }
    QWidgetList visible;
    for (QWidget *window : std::as_const(windows)) {
        if (!window->isVisible())
            continue;
        visible.append(window);
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (widget->isVisible())
                visible.append(widget);
        }
    }
    return visible;
}

template<typename Widget>
Widget *visibleWidget(const QString &name)
{
    for (QWidget *widget : visibleWidgets()) {
        if (widget->objectName() == name || widget->accessibleName() == name) {
            if (auto *found = qobject_cast<Widget *>(widget))
                return found;
        }
    }
    return nullptr;
}

void type(QWidget *widget, const QString &text)
{
    for (const QChar c : text) {
        for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, 0, Qt::NoModifier, QString(c));
            QCoreApplication::sendEvent(widget, &event);
        }
    }
}

QStringList toldTexts()
{
    QStringList texts;
    for (QWidget *widget : visibleWidgets()) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible)
            continue;
        for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                                QAccessible::Help, QAccessible::DebugDescription})
            texts.append(accessible->text(part));
        if (auto *text = accessible->textInterface())
            texts.append(text->text(0, text->characterCount()));
        if (const auto *button = qobject_cast<QAbstractButton *>(widget);
            button && button->isChecked())
            texts.append(button->accessibleName() + u" is on"_s);
        texts.append(widget->windowTitle());
        texts.append(widget->toolTip());
    }
    texts.removeAll(QString());
    return texts;
}

class LeakDriver : public QObject
{
public:
    LeakDriver()
        : m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &LeakDriver::read);
    }

private:
    void read()
    {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            m_input.setEnabled(false);
            return QCoreApplication::quit();
        }
        m_pending.append(bytes, count);
        for (qsizetype end; (end = m_pending.indexOf('\n')) >= 0;) {
            const QStringList words = QString::fromUtf8(m_pending.first(end)).split(u'\t');
            m_pending.remove(0, end + 1);
            // Not from in here: a dialog may have a loop of its own.
            QTimer::singleShot(0, this, [this, words] { answer(carryOut(words)); });
        }
    }

    static void answer(QString text)
    {
        text.replace(u'\n', u' ');
        std::printf("%s\n", text.toUtf8().constData());
        std::fflush(stdout);
    }

    static QString carryOut(const QStringList &words)
    {
        const QString command = words.value(0);
        const QString name = words.value(1);
        if (command == "pid"_L1)
            return QString::number(getpid());
        if (command == "bus"_L1)
            return qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
        if (command == "trigger"_L1)
            return trigger(name);
        if (command == "fill"_L1)
            return fill(name, words.value(2));
        if (command == "choose"_L1)
            return choose(name, words.value(2));
        if (command == "click"_L1) {
            auto *button = visibleWidget<QAbstractButton>(name);
            if (!button || !button->isEnabled())
                return u"no "_s + name;
            button->click();
            return u"ok"_s;
        }
        if (command == "look"_L1)
            return toldTexts().join(u" | "_s);
        if (command == "copyall"_L1)
            return copyAll();
        if (command == "crash"_L1)
            std::raise(name.toInt());
        return u"what?"_s;
    }

    static QString trigger(const QString &name)
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *action = window->findChild<QAction *>(name)) {
                action->trigger();
                return u"ok"_s;
            }
        }
        return u"no "_s + name;
    }

    static QString fill(const QString &name, const QString &text)
    {
        if (auto *box = visibleWidget<QComboBox>(name)) {
            box->setCurrentText(text);
            return u"ok"_s;
        }
        auto *edit = visibleWidget<QLineEdit>(name);
        if (!edit)
            return u"no "_s + name;
        edit->setFocus();
        edit->selectAll();
        type(edit, text);
        return edit->text() == text ? u"ok"_s : u"something else is there"_s;
    }

    static QString choose(const QString &name, const QString &text)
    {
        auto *box = visibleWidget<QComboBox>(name);
        const int index = box ? box->findText(text) : -1;
        if (index < 0)
            return u"no "_s + name;
        box->setCurrentIndex(index);
        QMetaObject::invokeMethod(box, "activated", Q_ARG(int, index));
        return u"ok"_s;
    }

    static QString copyAll()
    {
        QStringList copied;
        for (QWidget *widget : visibleWidgets()) {
            const QPointer button(qobject_cast<QAbstractButton *>(widget));
            if (!button || !button->accessibleName().startsWith(u"Copy"_s))
                continue;
            button->click();
            copied.append(QApplication::clipboard()->text());
        }
        return u"%1 copied: "_s.arg(copied.size()) + copied.join(u" | "_s);
    }

    QSocketNotifier m_input;
    QByteArray m_pending;
};

} // namespace

class LeakDriverPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QGenericPluginFactoryInterface" FILE "leakdriver.json")

public:
    QObject *create(const QString &, const QString &) override { return new LeakDriver; }
};

#include "leakdriver.moc"
