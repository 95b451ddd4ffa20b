// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/shortcutlist.h"

#include "ui/help/helpplaces.h"
#include "ui/widgets/mnemonic.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Without the dots that say that a dialog follows.
QString nameOfAction(const QAction &action)
{
    QString name = withoutMnemonic(action.text());
    while (name.endsWith(u'…'))
        name.chop(1);
    return name;
}

QString keysOfAction(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(u", "_s);
}

//! Takes each action once, where it is met first.
class ShortcutGathering
{
public:
    void takeMenu(const QMenu &menu, ShortcutGroup &group)
    {
        for (const QAction *action : menu.actions()) {
            if (const QMenu *inside = action->menu())
                takeMenu(*inside, group);
            else
                take(*action, group);
        }
    }

    void take(const QAction &action, ShortcutGroup &group)
    {
        if (action.shortcuts().isEmpty() || action.text().isEmpty() || m_taken.contains(&action))
            return;
        m_taken.insert(&action);
        const ShortcutGroup::Row row{nameOfAction(action), keysOfAction(action)};
        if (!group.rows.contains(row))
            group.rows.append(row);
    }

private:
    QSet<const QAction *> m_taken;
};

//! The widget that \p action belongs to.
const QWidget *ownerOf(const QAction &action)
{
    for (const QObject *owner = action.parent(); owner; owner = owner->parent()) {
        if (owner->isWidgetType())
            return static_cast<const QWidget *>(owner);
    }
    return nullptr;
}

//! What Markdown would take for its own.
QString plainMarkdown(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (u"\\`*_{}[]<>()#+-.!|~&"_s.contains(c))
            result.append(u'\\');
        result.append(c);
    }
    return result;
}

QString translated(const char *text) { return QCoreApplication::translate("ShortcutList", text); }

} // namespace

QList<ShortcutGroup> shortcutsOf(const QMainWindow &window)
{
    QList<ShortcutGroup> groups;
    ShortcutGathering gathering;
    const auto *bar = qobject_cast<const QMenuBar *>(window.menuWidget());
    for (const QAction *entry : bar ? bar->actions() : QList<QAction *>()) {
        if (!entry->menu())
            continue;
        ShortcutGroup group{.title = nameOfAction(*entry)};
        gathering.takeMenu(*entry->menu(), group);
        if (!group.rows.isEmpty())
            groups.append(group);
    }
    for (const QAction *action : window.findChildren<QAction *>()) {
        const QString title = helpPlaceOf(ownerOf(*action)).page->titleText();
        auto group = std::ranges::find(groups, title, &ShortcutGroup::title);
        if (group == groups.end())
            group = groups.insert(groups.end(), ShortcutGroup{.title = title});
        gathering.take(*action, *group);
        if (group->rows.isEmpty())
            groups.erase(group);
    }
    return groups;
}

QByteArray shortcutsMarkdown(const QList<ShortcutGroup> &groups)
{
    QString text = u"# %1\n\n"_s.arg(QCoreApplication::translate("ShortcutList", "Shortcuts"));
    for (const ShortcutGroup &group : groups) {
        text += u"## %1\n\n| %2 | %3 |\n| --- | --- |\n"_s.arg(
            plainMarkdown(group.title), translated(QT_TRANSLATE_NOOP("ShortcutList", "Command")),
            translated(QT_TRANSLATE_NOOP("ShortcutList", "Keys")));
        for (const auto &[what, keys] : group.rows)
            text += u"| %1 | %2 |\n"_s.arg(plainMarkdown(what), plainMarkdown(keys));
        text += u'\n';
    }
    // What a place does with keys of its own has no action that could be asked.
    QStringList links;
    for (const char *page : {"finding", "json-editor", "many-at-a-time", "query-language"})
        links.append(u"[%1](%2.md)"_s.arg(findHelpPage(QString::fromLatin1(page))->titleText(),
                                          QString::fromLatin1(page)));
    text += translated(QT_TRANSLATE_NOOP("ShortcutList",
                                         "More keys work in one place only; its page lists them:"))
            + u' ' + links.join(u" · "_s) + u'\n';
    return text.toUtf8();
}

} // namespace modelscribe
