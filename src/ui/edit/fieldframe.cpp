// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/fieldframe.h"

#include "core/visibletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int barWidth = 3;

QLabel *plainLabel(const QString &name, const QString &role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(name);
    label->setProperty("role", role);
    return label;
}

} // namespace

FieldFrame::FieldFrame(QWidget *parent)
    : QWidget(parent)
{
    connect(&Theme::of(this), &Theme::changed, this, &FieldFrame::colour);
}

void FieldFrame::colour()
{
    // For warnings; errors are coloured by their role.
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, Theme::of(this).color(ThemeColor::Changed));
    m_problem->setPalette(palette);
    update();
}

void FieldFrame::setUp(const QString &key, const QString &label, QWidget &editor)
{
    m_editor = &editor;
    m_label = new ElidedLabel;
    m_label->setObjectName("label_"_L1 + key);
    m_label->setProperty("role", u"muted"_s);
    m_label->setBuddy(&editor);
    m_reset = new IconButton(u"undo"_s, {});
    m_reset->setObjectName("reset_"_L1 + key);
    m_problem = plainLabel("problem_"_L1 + key, u"error"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    // Not on the way of Tab: it appears while one types, and the next Space would press it.
    m_reset->setFocusPolicy(Qt::NoFocus);
    connect(m_reset, &QAbstractButton::clicked, this, &FieldFrame::reset);

    m_header = new QHBoxLayout;
    m_header->setSpacing(0);
    m_header->addWidget(m_label, 1);
    m_header->addWidget(m_reset);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves when a change begins
    m_reset->setSizePolicy(policy);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    if (!column) {
        column = new QVBoxLayout(this);
        column->addWidget(&editor, 1);
    }
    column->setContentsMargins(indent, 0, 0, 0);
    column->setSpacing(4);
    column->insertLayout(0, m_header);
    column->addWidget(m_problem);
    // A message of the field beside it makes the row higher; this one stays where it is.
    if (!(editor.sizePolicy().expandingDirections() & Qt::Vertical))
        column->addStretch(1);
    colour();
    setName(label);
}

void FieldFrame::addTool(QWidget &tool) { m_header->addWidget(&tool); }

void FieldFrame::setName(const QString &label)
{
    m_name = label;
    m_editor->setAccessibleName(label);
    m_reset->setName(tr("Reset %1").arg(label));
    refresh();
}

void FieldFrame::setChanged(bool changed, const QString &original)
{
    if (changed == m_changed && original == m_original)
        return;
    m_changed = changed;
    m_original = original;
    refresh();
}

void FieldFrame::setResettable(bool resettable)
{
    m_resettable = resettable;
    refresh();
}

void FieldFrame::reset()
{
    if (!m_changed || !m_resettable)
        return;
    m_editor->setFocus(); // the button goes; the next key belongs to the field
    emit resetRequested();
}

void FieldFrame::refresh()
{
    m_label->setPlainText(m_changed ? tr("%1, changed").arg(m_name) : m_name);
    setLook(m_label, "role", m_changed ? u"changed"_s : u"muted"_s);
    m_reset->setVisible(m_changed && m_resettable);
    const QString original = m_original.isEmpty() ? tr("Original: (empty)")
                                                  : tr("Original: %1").arg(m_original);
    m_reset->setToolTip(visibleToolTip(original));
    m_reset->setAccessibleDescription(visibleText(original));
    QStringList description;
    if (m_changed)
        description.append(visibleText(tr("Changed. %1").arg(original)));
    if (!problemText().isEmpty())
        description.append(problemText());
    m_editor->setAccessibleDescription(description.join(u' '));
    update();
}

void FieldFrame::setProblem(const QString &text, Severity severity)
{
    setLook(m_problem, "role", severity == Severity::Error ? u"error"_s : u"warning"_s);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    setLook(m_editor, "problem",
            !text.isEmpty() && severity == Severity::Error ? u"true"_s : u"false"_s);
    refresh();
}

QString FieldFrame::problemText() const { return m_problem->text(); }

void FieldFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_editor) {
        m_reset->setName(tr("Reset %1").arg(m_name));
        refresh();
    }
    QWidget::changeEvent(event);
}

void FieldFrame::paintEvent(QPaintEvent *)
{
    if (!m_changed)
        return;
    const int bottom = m_editor->geometry().bottom() + 1;
    QPainter(this).fillRect(QRect(m_barOffset, 0, barWidth, bottom),
                            Theme::of(this).color(ThemeColor::Changed));
}

} // namespace modelscribe

#include "moc_fieldframe.cpp"
