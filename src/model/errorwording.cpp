// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences about errors, of the words in the table of errors.
#include "core/visibletext.h"
#include "model/errortable.h"
#include "model/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace modelscribe::wording {

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

//! For the middle of a sentence, whose end is ours.
QString withoutEnd(const QString &words)
{
    QString text = visibleText(words.trimmed());
    if (text.endsWith(u'.') || text.endsWith(u'。'))
        text.chop(1);
    return text;
}

QString quoted(const QString &sentence, const Error &error, bool isCodeKnown)
{
    const QString words = error.message.isEmpty() && !isCodeKnown ? error.code : error.message;
    if (words.trimmed().isEmpty())
        return sentence;
    return ErrorWords::tr("%1: “%2”").arg(sentence, withoutEnd(words));
}

QString aboutClock(const QString &sentence, const Error &error)
{
    constexpr qint64 noticeable = 30; // seconds
    const qint64 offset = error.clockOffset.value_or(0);
    if (std::abs(offset) < noticeable)
        return quoted(sentence, error, true);
    const QString clock = offset > 0 ? ErrorWords::tr("its clock is %1 ahead of this computer’s")
                                     : ErrorWords::tr("its clock is %1 behind this computer’s");
    return ErrorWords::tr("%1: %2").arg(sentence, clock.arg(duration(std::abs(offset))));
}

//! With the whole year: of a certificate that may be any.
QString shownDate(const QDateTime &time)
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return QLocale().toString(time.toLocalTime().date(), format);
}

//! Who, by whom, and until when: what a person needs to ask somebody else about it.
QString aboutCertificate(const QString &sentence, const Error &error)
{
    if (!error.certificate)
        return sentence;
    constexpr qsizetype longestName = 100;
    const CertificateFacts &facts = *error.certificate;
    return ErrorWords::tr("%1: it is for %2, signed by %3, valid from %4 until %5")
        .arg(sentence, visibleText(facts.subject, longestName),
             visibleText(facts.issuer, longestName), shownDate(facts.from), shownDate(facts.until));
}

QString sentenceOf(const ErrorRow &row, const Error &error)
{
    const QString sentence = ErrorWords::tr(row.happened);
    switch (row.adds) {
    case ErrorRow::Adds::Nothing: break;
    case ErrorRow::Adds::Quote: return quoted(sentence, error, *row.code != '\0');
    case ErrorRow::Adds::Clock: return aboutClock(sentence, error);
    case ErrorRow::Adds::Certificate: return aboutCertificate(sentence, error);
    case ErrorRow::Adds::Action:
        return ErrorWords::tr("%1: %2 is missing").arg(sentence, visibleText(error.action));
    case ErrorRow::Adds::Reason:
        if (!error.detail.isEmpty())
            return ErrorWords::tr("%1 (%2)").arg(sentence, withoutEnd(error.detail));
        break;
    case ErrorRow::Adds::Detail:
        if (!error.detail.isEmpty())
            return ErrorWords::tr("%1: %2").arg(sentence, withoutEnd(error.detail));
        break;
    }
    return sentence;
}

} // namespace

QString duration(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (seconds < 2 * minute)
        return ErrorWords::tr("%1 s").arg(seconds);
    if (seconds < 2 * hour)
        return ErrorWords::tr("%1 min").arg(seconds / minute);
    if (seconds < 2 * day)
        return ErrorWords::tr("%1 h").arg(seconds / hour);
    return ErrorWords::tr("%1 days").arg(seconds / day);
}

QString whatHappened(const Error &error)
{
    const QString sentence = sentenceOf(errorRow(error), error);
    return error.file.isEmpty() ? sentence
                                : ErrorWords::tr("%1: %2", "a file and what is wrong with it")
                                      .arg(visibleText(error.file, 4096), sentence);
}

QString nextStep(const Error &error)
{
    if (error.outcomeUnknown)
        return ErrorWords::tr("It may or may not have been done: check before sending it again.");
    const ErrorRow &row = errorRow(error);
    return *row.next == '\0' ? QString() : ErrorWords::tr(row.next);
}

QString whole(const Error &error)
{
    const QString next = nextStep(error);
    return next.isEmpty() ? ErrorWords::tr("%1.").arg(whatHappened(error))
                          : ErrorWords::tr("%1. %2").arg(whatHappened(error), next);
}

QString joined(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (text.isEmpty() || sentence.isEmpty())
            text += sentence;
        else
            text = ErrorWords::tr("%1 %2", "two sentences").arg(text, sentence);
    }
    return text;
}

QString facts(const Error &error)
{
    QStringList parts;
    if (!error.code.isEmpty())
        parts.append(u"Code="_s + visibleText(error.code));
    if (!error.requestId.isEmpty())
        parts.append(u"RequestId="_s + visibleText(error.requestId));
    if (error.httpStatus != 0)
        parts.append(u"HTTP="_s + QString::number(error.httpStatus));
    return parts.join(u' ');
}

QList<Error> errorExamples()
{
    QList<Error> examples;
    for (const ErrorRow &row : errorRows()) {
        Error error{.kind = row.kind, .code = QString::fromLatin1(row.code)};
        error.code.remove(u'*');
        error.outcomeUnknown = row.when == ErrorRow::When::Lost;
        error.httpStatus = row.when == ErrorRow::When::Busy      ? 503
                           : row.when == ErrorRow::When::Failing ? 500
                                                                 : 0;
        if (row.kind == Error::Kind::Conflict && row.when == ErrorRow::When::Always)
            error.httpStatus = 409;
        if (row.kind == Error::Kind::Unauthorized && row.when == ErrorRow::When::Always)
            error.httpStatus = 403;
        if (row.when == ErrorRow::When::Missing)
            error.action = u"paimodel:UpdateModel"_s;
        if (row.adds == ErrorRow::Adds::Clock)
            error.clockOffset = 24 * 3600;
        if (row.adds == ErrorRow::Adds::Certificate)
            error.certificate = CertificateFacts{
                .subject = u"registry.example"_s,
                .issuer = u"An authority"_s,
                .from = QDateTime({2025, 1, 31}, {0, 0}, Qt::UTC),
                .until = QDateTime({2026, 1, 31}, {0, 0}, Qt::UTC)};
        if (row.adds == ErrorRow::Adds::Quote && row.when != ErrorRow::When::Always)
            error.message = u"The service's own words."_s;
        if (row.when == ErrorRow::When::SameText)
            error.detail = sameTextSigned;
        else if (row.when == ErrorRow::When::Denied)
            error.detail = u"ExplicitDeny"_s;
        else if (row.adds == ErrorRow::Adds::Reason || row.when == ErrorRow::When::Detailed
                 || row.when == ErrorRow::When::Here)
            error.detail = u"host:443 by proxy 127.0.0.1:8080: Connection refused"_s;
        examples.append(error);
    }
    return examples;
}

} // namespace modelscribe::wording
