// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editsession.h"

#include <QFutureWatcher>
#include <QScopedValueRollback>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>

namespace modelscribe {

namespace {

constexpr int checkDelay = 150; // ms after the last change

const ModelField &extraInfoField() { return *findField(u"ExtraInfo"); }

bool hasDuplicateKeys(const QList<Label> &labels)
{
    QSet<QString> seen;
    return std::ranges::any_of(labels, [&](const Label &label) {
        const bool known = seen.contains(label.key);
        seen.insert(label.key);
        return known;
    });
}

} // namespace

EditSession::EditSession(RegisteredModel base, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_edited(m_base.metadata)
    , m_newId(Draft::newModelId())
{
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkDelay);
    connect(&m_checkTimer, &QTimer::timeout, this, &EditSession::checkElsewhere);
}

EditSession::EditSession(const Draft &draft, QObject *parent)
    : EditSession(draft.base, parent)
{
    if (draft.isNew())
        m_newId = draft.modelId;
    restore(draft);
}

EditSession *EditSession::forNewModel(const QString &workspaceId, QObject *parent)
{
    return new EditSession(RegisteredModel{.workspaceId = workspaceId}, parent);
}

void EditSession::setValue(const ModelField &field, const FieldValue &value)
{
    if (isReadOnly())
        return;
    flush();
    ModelMetadata edited = m_edited;
    field.write(edited, value);
    take(m_base, edited);
}

void EditSession::setLabels(const QList<Label> &labels)
{
    if (isReadOnly())
        return;
    flush();
    ModelMetadata edited = m_edited;
    edited.labels = labels;
    take(m_base, edited);
}

void EditSession::resetField(const ModelField &field)
{
    flush(); // or what is held back would come after it
    if (&field == &extraInfoField())
        replaceUnfinished({});
    setValue(field, field.read(m_base.metadata));
}

void EditSession::resetLabels() { setLabels(m_base.metadata.labels); }

void EditSession::revert()
{
    flush();
    replaceUnfinished({});
    take(m_base, m_base.metadata);
}

void EditSession::setUnfinished(const QMap<QString, QString> &unfinished)
{
    if (isReadOnly() || unfinished == m_unfinished)
        return;
    m_unfinished = unfinished;
    m_problems.reset();
    emit changed();
}

void EditSession::replaceUnfinished(const QMap<QString, QString> &unfinished)
{
    if (unfinished == m_unfinished)
        return;
    m_unfinished = unfinished;
    m_problems.reset();
    emit unfinishedReplaced();
    emit changed();
}

void EditSession::apply(const ModelMetadata &edited)
{
    if (isReadOnly())
        return;
    flush();
    take(m_base, edited);
}

void EditSession::bringBack(const Edits &edits)
{
    if (isReadOnly())
        return;
    flush();
    takeAll(m_base, edits);
}

void EditSession::takeAll(const RegisteredModel &base, const Edits &edits)
{
    const bool isOther = edits.unfinished != m_unfinished;
    m_unfinished = edits.unfinished; // first: what hears of the values sees both
    m_problems.reset();
    take(base, edits.values);
    if (isOther) {
        emit unfinishedReplaced();
        emit changed();
    }
}

void EditSession::restore(const Draft &draft)
{
    RegisteredModel base = draft.base;
    if (!draft.isNew())
        base.id = draft.modelId;
    else if (base.workspaceId.isEmpty())
        base.workspaceId = draft.workspaceId;
    m_place = draft.ui;
    takeAll(base, {draft.edited, draft.unfinished});
}

void EditSession::setPlace(const QString &place)
{
    if (std::exchange(m_place, place) != place)
        emit placeChanged();
}

bool EditSession::isChanged(const ModelField &field) const
{
    return !field.same(field.read(m_base.metadata), field.read(m_edited));
}

bool EditSession::areLabelsChanged() const
{
    return !labelChanges(m_base.metadata.labels, m_edited.labels).isEmpty();
}

qsizetype EditSession::changeCount() const { return countChanges(m_base.metadata, m_edited); }

const QList<Problem> &EditSession::problems() const
{
    if (!m_problems) {
        ServiceRules rules = m_rules;
        if (m_edited.extraInfo.utf8().size() > checkHereLimit) // the plan of a save says it
            rules.extraInfo = ServiceRules::Merge::None;
        m_problems = checkModel(
            m_base.metadata, m_edited,
            [this](const ModelField &field, const JsonText &text) {
                return text.utf8().size() <= checkHereLimit ? checkJsonField(field, text)
                                                            : m_verdict.problems;
            },
            rules);
        for (const QString &text : m_unfinished)
            m_problems->append({.key = QString(extraInfoField().key),
                                .code = Problem::Code::Unfinished,
                                .text = text});
    }
    return *m_problems;
}

void EditSession::setRules(const ServiceRules &rules)
{
    if (m_rules == rules)
        return;
    m_rules = rules;
    m_problems.reset();
    emit changed();
}

bool EditSession::isChecked() const
{
    const JsonText &text = m_edited.extraInfo;
    return text.utf8().size() <= checkHereLimit || text == m_base.metadata.extraInfo
           || text == m_verdict.text;
}

void EditSession::checkNow()
{
    flush();
    if (!isChecked())
        takeVerdict({m_edited.extraInfo, checkJsonField(extraInfoField(), m_edited.extraInfo)});
}

void EditSession::checkElsewhere()
{
    if (m_checking || isChecked())
        return;
    m_checking = true;
    auto *watcher = new QFutureWatcher<Verdict>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_checking = false;
        if (!isChecked())
            takeVerdict(watcher->result());
        checkElsewhere(); // it may be of an older text
    });
    watcher->setFuture(QtConcurrent::run([text = m_edited.extraInfo] {
        return Verdict{text, checkJsonField(extraInfoField(), text)};
    }));
}

void EditSession::takeVerdict(const Verdict &verdict)
{
    m_verdict = verdict;
    const QList<Problem> before = problems();
    m_problems.reset();
    if (problems() != before)
        emit changed();
}

void EditSession::flush()
{
    if (m_flushing)
        return;
    const QScopedValueRollback guard(m_flushing, true);
    emit flushing();
}

bool EditSession::rebase(const RegisteredModel &now, const ModelMetadata &sent)
{
    flush();
    const ModelMerge merge = mergeModels(sent, m_edited, now.metadata);
    RegisteredModel base = now;
    ModelMetadata edited = merge.merged;
    bool keepsLabels = false;
    for (const MergeClash &clash : merge.clashes) {
        keepsLabels = keepsLabels || !clash.field;
        if (clash.field) {
            clash.field->write(base.metadata, clash.field->read(sent));
            clash.field->write(edited, clash.field->read(m_edited));
        }
    }
    // Half-way through typing: every row stays until the person has decided.
    if (keepsLabels || hasDuplicateKeys(m_edited.labels)) {
        base.metadata.labels = sent.labels;
        edited.labels = m_edited.labels;
    }
    take(base, edited);
    return sameMeaning(base.metadata, now.metadata);
}

void EditSession::merge(const RegisteredModel &now, const QHash<QString, MergeSide> &decisions)
{
    flush();
    takeMerge(now, mergeModels(m_base.metadata, m_edited, now.metadata, decisions));
}

void EditSession::merge(const RegisteredModel &now, const ModelMerge &undecided,
                        const QHash<QString, MergeSide> &decisions)
{
    flush();
    if (fits(now, undecided))
        takeMerge(now, undecided.decided(decisions));
    else
        merge(now, decisions);
}

void EditSession::takeMerge(const RegisteredModel &now, const ModelMerge &merge)
{
    take(now, merge.merged);
}

void EditSession::replaceBase(const RegisteredModel &now)
{
    flush();
    take(now, now.metadata);
}

void EditSession::take(const RegisteredModel &base, const ModelMetadata &edited)
{
    if ((&base == &m_base || base == m_base) && edited == m_edited)
        return;
    const ModelMetadata before = std::exchange(m_edited, ModelMetadata(edited));
    m_base = RegisteredModel(base);
    m_problems.reset();
    if (!isChecked())
        m_checkTimer.start();
    for (const ModelField &field : modelFields) {
        if (field.read(before) != field.read(m_edited))
            emit valueChanged(&field);
    }
    if (before.labels != m_edited.labels)
        emit valueChanged(nullptr);
    emit changed();
}

} // namespace modelscribe

#include "moc_editsession.cpp"
