// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogtext.h"

#include "core/whendone.h"
#include "registry/textworker.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr qsizetype textsATurn = 300;
constexpr auto quietTime = 10s;

} // namespace

CatalogText::CatalogText(const Catalog &catalog, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_thread(std::make_unique<StoreThread<TextWorker>>(std::make_unique<TextWorker>(folder)))
{
    m_thread->start();
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &CatalogText::sendSome);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    connect(&m_quiet, &QTimer::timeout, this,
            [this] { m_thread->post([](TextWorker &worker) { worker.rest(); }); });
    connect(&catalog, &Catalog::added, this, &CatalogText::note);
    connect(&catalog, &Catalog::changed, this, &CatalogText::note);
    connect(&catalog, &Catalog::removed, this, &CatalogText::forget);
    QStringList ids;
    for (const RegisteredModel &model : catalog.models())
        ids.append(model.id);
    note(ids);
}

CatalogText::~CatalogText()
{
    m_thread->worker().stop();
    if (m_isUnwanted)
        *m_isUnwanted = true;
}

void CatalogText::note(const QStringList &modelIds)
{
    for (const QString &id : modelIds) {
        if (!m_numbers.contains(id))
            m_numbers.insert(id, quint32(m_numbers.size()));
    }
    m_waiting += modelIds;
    if (!m_waiting.isEmpty() && !m_nextTurn.isActive())
        m_nextTurn.start(0);
}

void CatalogText::forget(const QStringList &modelIds)
{
    QList<quint32> numbers;
    for (const QString &id : modelIds)
        numbers.append(m_numbers.value(id));
    m_thread->post([numbers](TextWorker &worker) { worker.remove(numbers); });
}

void CatalogText::sendSome()
{
    std::vector<NumberedModel> models;
    const qsizetype end = std::min(m_waiting.size(), m_next + textsATurn);
    for (; m_next < end; ++m_next) {
        const QString &id = m_waiting.at(m_next);
        if (const RegisteredModel *model = m_catalog.find(id))
            models.push_back({m_numbers.value(id), *model});
    }
    m_thread->post([models = std::move(models)](TextWorker &worker) { worker.put(models); });
    if (m_next < m_waiting.size()) {
        m_nextTurn.start(0);
        return;
    }
    m_waiting.clear();
    m_next = 0;
    if (m_question)
        ask();
    m_thread->post([](TextWorker &worker) { worker.flush(); });
    m_quiet.start();
}

void CatalogText::find(const QByteArrayList &needles, QObject *context,
                       std::function<void(const TextAnswer &)> done)
{
    if (m_isUnwanted)
        *m_isUnwanted = true;
    m_question = Question{needles, context, std::move(done)};
    if (m_waiting.isEmpty())
        ask();
}

QFuture<Result<qint64>> CatalogText::indexedCount()
{
    return m_thread->run<qint64>([](const TextWorker &worker) { return worker.indexedCount(); });
}

void CatalogText::ask()
{
    m_isUnwanted = std::make_shared<std::atomic_bool>(false);
    m_quiet.start();
    const auto isUnwanted = m_isUnwanted;
    const Question question = *std::exchange(m_question, {});
    const auto answer = m_thread->run<TextAnswer>(
        [needles = question.needles, isUnwanted](const TextWorker &worker) {
            return worker.find(needles, *isUnwanted);
        });
    whenDone(answer, this, [question, isUnwanted](const Result<TextAnswer> &found) {
        if (question.context && !*isUnwanted)
            question.done(*found);
    });
}

} // namespace modelscribe

#include "moc_catalogtext.cpp"
