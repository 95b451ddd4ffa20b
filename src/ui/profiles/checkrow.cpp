// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/checkrow.h"

#include "connect/checkwording.h"
#include "model/rampolicy.h"
#include "model/wording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using State = CheckStep::State;

constexpr int iconSize = 16;

struct StateLook
{
    QString icon;
    ThemeColor color = ThemeColor::Muted;
    QString word; //!< For who does not see the icon.
};

StateLook lookOf(State state)
{
    switch (state) {
    case State::Passed: return {u"check"_s, ThemeColor::Added, CheckRow::tr("passed")};
    case State::Warned:
        return {u"warning"_s, ThemeColor::Changed, CheckRow::tr("passed, with a note")};
    case State::Failed: return {u"close"_s, ThemeColor::Removed, CheckRow::tr("failed")};
    case State::Running: return {u"saving"_s, ThemeColor::Accent, CheckRow::tr("running")};
    case State::NotTried: return {u"skipped"_s, ThemeColor::Muted, CheckRow::tr("not tried")};
    case State::Waiting: break;
    }
    return {u"circle"_s, ThemeColor::Muted, CheckRow::tr("waiting")};
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

CheckRow::CheckRow(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_detail(new ElidedLabel)
    , m_failure(new QWidget)
    , m_what(wrapped(m_failure))
    , m_command(wrapped(m_failure))
    , m_copyCommand(new IconButton(u"copy"_s, tr("Copy")))
    , m_code(new ElidedLabel)
    , m_requestId(new ElidedLabel)
    , m_copyRequestId(new IconButton(u"copy"_s, tr("Copy the RequestId")))
{
    m_icon->setFixedWidth(iconSize);
    m_title->setTextFormat(Qt::PlainText);
    m_detail->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_detail->setProperty("role", u"muted"_s);
    const QFont fixed = Theme::of(this).fixedFont();
    for (QLabel *label :
         {m_command, static_cast<QLabel *>(m_code), static_cast<QLabel *>(m_requestId)})
        label->setFont(fixed);
    m_code->setProperty("role", u"muted"_s);
    m_requestId->setProperty("role", u"muted"_s);
    m_requestId->setElideMode(Qt::ElideMiddle);
    m_command->setObjectName(u"toCopy"_s);

    auto *command = new QHBoxLayout;
    command->setSpacing(6);
    command->addWidget(m_command, 1);
    command->addWidget(m_copyCommand, 0, Qt::AlignTop);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(6);
    facts->addWidget(m_requestId, 1);
    facts->addWidget(m_copyRequestId);
    auto *failure = new QVBoxLayout(m_failure);
    failure->setContentsMargins(iconSize + 10, 4, 0, 0);
    failure->setSpacing(8);
    failure->addWidget(m_what);
    failure->addLayout(command);
    failure->addWidget(m_code);
    failure->addLayout(facts);

    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_icon);
    line->addWidget(m_title);
    line->addWidget(m_detail, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 6, 16, 6);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_failure);
    m_failure->hide();
    connect(m_copyCommand, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_toCopy); });
    connect(m_copyRequestId, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_requestId->property("id").toString());
    });
}

void CheckRow::setStep(const CheckStep &step)
{
    setLine({.state = step.state,
             .title = checkwording::title(step.kind),
             .detail = checkwording::detail(step, QDateTime::currentDateTimeUtc()),
             .error = step.error});
}

void CheckRow::setLine(const Line &line)
{
    const StateLook look = lookOf(line.state);
    m_icon->setPixmap(
        Theme::of(this).pixmap(look.icon, look.color, {iconSize, iconSize}, devicePixelRatioF()));
    m_title->setText(line.title);
    const bool isFailed = line.state == State::Failed;
    const bool isNotTried = line.state == State::NotTried;
    setLook(m_title, "role", isFailed ? u"error"_s : (isNotTried ? u"muted"_s : QString()));
    QFont font = m_title->font();
    font.setWeight(isFailed ? QFont::DemiBold : QFont::Normal);
    m_title->setFont(font);
    m_detail->setPlainText(line.detail);
    setLook(this, "strip", isFailed ? u"error"_s : QString());
    const bool showsFailure = isFailed && line.error;
    m_failure->setVisible(showsFailure || !line.note.isEmpty());
    setLook(m_what, "role", showsFailure ? QString() : u"muted"_s);
    if (showsFailure)
        showFailure(*line.error);
    else
        showNote(line.note);
    QString heard = line.detail.isEmpty() || isNotTried
                        ? look.word
                        : tr("%1: %2", "state and what was found").arg(look.word, line.detail);
    if (!line.note.isEmpty())
        heard = tr("%1 %2", "two sentences").arg(heard, line.note);
    setAccessibleName(line.title);
    setAccessibleDescription(showsFailure ? wording::whole(*line.error) : heard);
}

void CheckRow::showNote(const QString &note)
{
    m_what->setText(note);
    for (QWidget *part : std::initializer_list<QWidget *>{m_command, m_copyCommand, m_code,
                                                          m_requestId, m_copyRequestId})
        part->hide();
}

void CheckRow::showFailure(const Error &error)
{
    m_what->setText(wording::whole(error));
    m_toCopy = error.clockOffset ? u"timedatectl set-ntp true"_s : ramPolicyFor(error.action);
    m_command->setText(m_toCopy);
    m_command->setVisible(!m_toCopy.isEmpty());
    m_copyCommand->setVisible(!m_toCopy.isEmpty());
    const bool isPolicy = !error.clockOffset;
    m_copyCommand->setName(isPolicy ? tr("Copy the policy") : tr("Copy the command"));
    m_code->setPlainText(error.code);
    m_code->setVisible(!error.code.isEmpty());
    m_requestId->setProperty("id", error.requestId);
    m_requestId->setPlainText(error.requestId.isEmpty() ? QString()
                                                        : tr("RequestId %1").arg(error.requestId));
    m_requestId->show();
    m_copyRequestId->setVisible(!error.requestId.isEmpty());
}

} // namespace modelscribe

#include "moc_checkrow.cpp"
