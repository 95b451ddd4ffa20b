// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/requestrow.h"

#include "core/visibletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int lineHeight = 24;
constexpr int requestPadding = 20;
constexpr int requestSignWidth = 20;

struct RequestSign
{
    QString text;
    ThemeColor color;
};

RequestSign requestSignOf(PastRequest::State state)
{
    switch (state) {
    case PastRequest::State::Waiting: break;
    case PastRequest::State::Done: return {u"✓"_s, ThemeColor::Added};
    case PastRequest::State::Failed: return {u"✗"_s, ThemeColor::Removed};
    case PastRequest::State::Unknown: return {u"?"_s, ThemeColor::Changed};
    case PastRequest::State::Skipped: return {u"–"_s, ThemeColor::Muted};
    }
    return {u"○"_s, ThemeColor::Muted};
}

QString wordOf(PastRequest::State state)
{
    switch (state) {
    case PastRequest::State::Waiting: return RequestRow::tr("not sent");
    case PastRequest::State::Done: return RequestRow::tr("done");
    case PastRequest::State::Failed: return RequestRow::tr("failed");
    case PastRequest::State::Unknown: return RequestRow::tr("unknown");
    case PastRequest::State::Skipped: return RequestRow::tr("skipped");
    }
    return {};
}

QString statusOf(const PastRequest &request)
{
    const QString word = wordOf(request.state);
    return request.httpStatus == 0 ? word : u"%1 · %2"_s.arg(word).arg(request.httpStatus);
}

} // namespace

RequestRow::RequestRow(const PastRequest &request, QWidget *parent)
    : QWidget(parent)
    , m_request(request)
{
    auto *line = new ElidedLabel;
    line->setElideMode(Qt::ElideMiddle);
    line->setFont(Theme::of(this).fixedFont());
    line->setPlainText(request.method + u' ' + request.path);
    line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *status = new QLabel(statusOf(request));
    status->setTextFormat(Qt::PlainText);
    status->setProperty("role", u"muted"_s);
    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(line, 1);
    first->addWidget(status);
    first->addStrut(lineHeight);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(requestPadding + requestSignWidth + 4, 0, requestPadding, 4);
    column->setSpacing(0);
    column->addLayout(first);
    if (!request.requestId.isEmpty()) {
        auto *id = new QLabel(u"RequestId "_s + visibleText(request.requestId, 100));
        id->setTextFormat(Qt::PlainText);
        id->setFont(Theme::of(this).fixedFont());
        id->setProperty("role", u"muted"_s);
        id->setTextInteractionFlags(Qt::TextSelectableByMouse);
        id->setMinimumWidth(20);
        id->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        column->addWidget(id);
    }
    setAccessibleName(text());
}

QString RequestRow::text() const
{
    QString text = tr("%1: %2").arg(statusOf(m_request),
                                    visibleText(m_request.method + u' ' + m_request.path));
    if (!m_request.requestId.isEmpty())
        text += u", RequestId "_s + visibleText(m_request.requestId, 100);
    return text;
}

void RequestRow::paintEvent(QPaintEvent *)
{
    const RequestSign sign = requestSignOf(m_request.state);
    QPainter painter(this);
    painter.setPen(Theme::of(this).color(sign.color));
    painter.drawText(QRect(requestPadding, 0, requestSignWidth, lineHeight), Qt::AlignCenter,
                     sign.text);
}

} // namespace modelscribe

#include "moc_requestrow.cpp"
