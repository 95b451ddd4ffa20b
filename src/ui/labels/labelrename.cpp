// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelrename.h"

#include "model/labelcleanup.h"
#include "model/modelchecks.h"
#include "model/wording.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

LabelRename::LabelRename(QWidget *parent)
    : QFrame(parent)
    , m_from(new QLabel(this))
    , m_edit(new LineEdit(this))
    , m_says(new QLabel(this))
    , m_cancel(new QPushButton(this))
    , m_accept(new QPushButton(this))
{
    for (QLabel *label : {m_from, m_says})
        label->setTextFormat(Qt::PlainText);
    m_from->setProperty("role", u"muted"_s);
    m_from->setWordWrap(true);
    m_says->setProperty("role", u"warning"_s);
    m_says->setWordWrap(true);
    m_cancel->setProperty("kind", u"quiet"_s);
    setSpokenName(*m_edit, [] { return tr("New name"); });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_from, 1);
    line->addWidget(m_edit, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_says, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addLayout(line);
    column->addLayout(buttons);
    connect(m_edit, &LineEdit::valueChanged, this, &LabelRename::refresh);
    connect(m_edit, &LineEdit::valueChanged, this, &LabelRename::typed);
    connect(m_cancel, &QPushButton::clicked, this, &LabelRename::close);
    connect(m_accept, &QPushButton::clicked, this, &LabelRename::accept);
    hide();
}

void LabelRename::begin(const std::optional<QString> &key, const QStringList &texts,
                        const CountOf &countOf)
{
    m_key = key;
    m_texts = texts;
    m_countOf = countOf;
    m_edit->setValue(texts.first());
    retranslate();
    show();
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->selectAll();
}

void LabelRename::setText(const QString &text)
{
    m_edit->setValue(text);
    refresh();
}

QString LabelRename::text() const { return m_edit->text(); }

void LabelRename::close()
{
    if (m_texts.isEmpty())
        return;
    m_texts.clear();
    hide();
    emit closed();
}

QList<LabelVerb> LabelRename::verbs() const
{
    QList<LabelVerb> verbs;
    const QString to = m_edit->text();
    for (const QString &text : m_texts) {
        if (text == to)
            continue;
        if (m_key)
            verbs.append(
                {.kind = LabelVerb::Kind::Change, .key = *m_key, .value = text, .newText = to});
        else
            verbs.append({.kind = LabelVerb::Kind::RenameKey, .key = text, .newText = to});
    }
    return verbs;
}

QString LabelRename::problem() const
{
    const QString to = m_edit->text();
    const Label label = m_key ? Label{*m_key, to} : Label{to, u"x"_s};
    for (const Problem &problem :
         checkModel({.name = u"x"_s}, {.name = u"x"_s, .labels = {label}})) {
        if (!problem.warning)
            return wording::problem(problem);
    }
    return {};
}

void LabelRename::refresh()
{
    if (m_texts.isEmpty())
        return;
    const QString to = m_edit->text();
    const QString wrong = problem();
    const int there = m_texts.contains(to) && m_texts.size() == 1 ? 0 : m_countOf(to);
    int joining = 0;
    for (const QString &text : m_texts)
        joining += text == to ? 0 : m_countOf(text);
    const bool isMerge = there > 0 || m_texts.size() > 1;
    QStringList says{wrong};
    if (wrong.isEmpty() && there > 0)
        says = {tr("%1 exists: %2 models join its %3.")
                    .arg(m_key ? visibleLabelText(*m_key) + u'=' + visibleLabelText(to)
                               : visibleLabelText(to))
                    .arg(locale().toString(joining), locale().toString(there))};
    if (wrong.isEmpty() && there > 0 && !m_key)
        says.append(
            tr("Where a model has both keys, the value of %1 stays.").arg(visibleLabelText(to)));
    m_says->setText(wording::joined(says));
    setLook(m_says, "role", wrong.isEmpty() ? u"warning"_s : u"error"_s);
    m_accept->setText(isMerge ? tr("Merge") : tr("Rename"));
    m_accept->setEnabled(wrong.isEmpty() && !verbs().isEmpty());
}

void LabelRename::accept()
{
    refresh();
    if (!m_accept->isEnabled())
        return;
    const QList<LabelVerb> agreed = verbs();
    close();
    emit accepted(agreed);
}

void LabelRename::retranslate()
{
    QStringList names;
    std::ranges::transform(m_texts, std::back_inserter(names), visibleLabelText);
    m_from->setText(names.join(tr(", ")) + u" →"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Esc"));
    refresh();
}

void LabelRename::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_edit->hasFocus())
        return accept();
    QFrame::keyPressEvent(event);
}

void LabelRename::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeColor::ChangedTint));
    painter.fillRect(QRect(0, 0, 3, height()), theme.color(ThemeColor::Changed));
}

void LabelRename::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_labelrename.cpp"
