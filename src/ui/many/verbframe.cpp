// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/verbframe.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int barWidth = 3;
constexpr int arrowSide = 12;

} // namespace

VerbButton::VerbButton(QWidget *parent)
    : QPushButton(parent)
{
    setProperty("kind", u"verb"_s);
    setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the text
    setIconSize({arrowSide, arrowSide});
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &VerbButton::openMenu);
}

void VerbButton::setVerb(const QString &subject, const QString &verb, bool isChanged)
{
    setText(verb);
    setAccessibleName(subject.isEmpty() ? verb : tr("%1: %2").arg(subject, verb));
    setIcon(Theme::of(this).icon(u"chevron-down"_s,
                                 isChanged ? ThemeColor::Changed : ThemeColor::Muted));
    setLook(this, "look", isChanged ? u"changed"_s : u"muted"_s);
}

void VerbButton::openMenu()
{
    if (!m_choices)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(accessibleName());
    menu->setLayoutDirection(Qt::LeftToRight);
    for (const Choice &choice : m_choices()) {
        QAction *action = menu->addAction(choice.text);
        action->setCheckable(true);
        action->setChecked(choice.isNow);
        connect(action, &QAction::triggered, this, [this, id = choice.id] { emit chosen(id); });
        if (choice.isNow)
            menu->setActiveAction(action);
    }
    const QSize size = menu->sizeHint();
    menu->popup(mapToGlobal(QPoint(std::min(0, width() - size.width()), height())));
}

VerbFrame::VerbFrame(First first, QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel)
    , m_verb(new VerbButton)
    , m_content(new QVBoxLayout)
    , m_noteRow(new QWidget)
    , m_noteIcon(new QLabel)
    , m_note(new QLabel)
    , m_noteAction(new QPushButton)
{
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    m_label->setProperty("role", u"muted"_s);
    if (first == First::Label) {
        header->addWidget(m_label, 1);
        header->addWidget(m_verb);
        m_verb->setFocusPolicy(Qt::NoFocus); // F4 in the field does the same
    } else {
        m_verb->setProperty("side", u"left"_s);
        m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        header->addWidget(m_verb);
        header->addWidget(m_label, 1);
    }
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(4);

    auto *noteRow = new QHBoxLayout(m_noteRow);
    noteRow->setContentsMargins(0, 0, 0, 0);
    noteRow->setSpacing(4);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_noteAction->setProperty("kind", u"noteLink"_s);
    m_noteAction->setAutoDefault(false);
    connect(m_noteAction, &QPushButton::clicked, this, &VerbFrame::noteActionRequested);
    noteRow->addWidget(m_noteIcon, 0, Qt::AlignTop);
    noteRow->addWidget(m_note, 1);
    noteRow->addWidget(m_noteAction, 0, Qt::AlignTop);
    m_noteRow->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(indent, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(header);
    column->addLayout(m_content);
    column->addWidget(m_noteRow);
    // Two columns are as wide as each other, whatever stands in them.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    // A note of the field beside it makes the row higher; this one stays where it is.
    column->addStretch(1);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void VerbFrame::setLabel(const QString &text) { m_label->setPlainText(text); }

void VerbFrame::addContent(QWidget &widget)
{
    m_content->addWidget(&widget);
    // Tab goes in the order in which widgets came here, and setTabOrder() leaves those alone that
    // were made before they had a place.
    m_noteAction->setParent(nullptr);
    static_cast<QHBoxLayout *>(m_noteRow->layout())->addWidget(m_noteAction, 0, Qt::AlignTop);
}

void VerbFrame::setLabelChanged(bool isChanged)
{
    setLook(m_label, "role", isChanged ? u"changed"_s : u"muted"_s);
}

void VerbFrame::setChanged(bool isChanged)
{
    m_isChanged = isChanged;
    update();
}

void VerbFrame::setNote(const QString &text, NoteKind kind, const QString &action)
{
    QString role = u"muted"_s;
    if (kind != NoteKind::Plain)
        role = kind == NoteKind::Warning ? u"warning"_s : u"error"_s;
    setLook(m_note, "role", role);
    m_noteIcon->setVisible(kind != NoteKind::Plain);
    if (kind != NoteKind::Plain) {
        const ThemeColor color = kind == NoteKind::Warning ? ThemeColor::Changed
                                                           : ThemeColor::Removed;
        m_noteIcon->setPixmap(
            Theme::of(this).pixmap(kind == NoteKind::Warning ? u"warning"_s : u"error"_s, color,
                                   {14, 14}, devicePixelRatioF()));
    }
    m_note->setText(text);
    m_noteAction->setText(action);
    m_noteAction->setAccessibleName(action);
    m_noteAction->setVisible(!action.isEmpty());
    m_noteRow->setVisible(!text.isEmpty());
    update();
}

QString VerbFrame::note() const { return m_note->text(); }

void VerbFrame::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F4 && event->modifiers() == Qt::NoModifier)
        m_verb->openMenu();
    else
        QWidget::keyPressEvent(event);
}

void VerbFrame::paintEvent(QPaintEvent *)
{
    if (!m_isChanged)
        return;
    const QRect below = m_noteRow->isVisible() ? m_noteRow->geometry() : m_content->geometry();
    QPainter(this).fillRect(QRect(m_barOffset, 0, barWidth, below.bottom() + 1),
                            Theme::of(this).color(ThemeColor::Changed));
}

} // namespace modelscribe

#include "moc_verbframe.cpp"
