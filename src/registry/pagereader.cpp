// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/pagereader.h"

#include "core/whendone.h"
#include "registry/connection.h"
#include "registry/pagesize.h"

#include <algorithm>
#include <utility>

namespace modelscribe {

namespace {

//! Of a page, whatever the service takes: what comes at once is read and shown at once.
constexpr int mostModels = 100;

} // namespace

PageReader::PageReader(Connection &connection, std::function<quint64()> now,
                       PageReaderOptions options, operations::ListModelsQuery query,
                       QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_now(std::move(now))
    , m_options(std::move(options))
    , m_query(std::move(query))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        for (Asked &page : m_asked) {
            if (std::exchange(page.isRefused, false))
                send(page);
        }
        askMore();
    });
}

PageReader::~PageReader() { stop(); }

void PageReader::start(int first, Take take)
{
    stop();
    // Once a pass: pages of another size are other pages.
    if (m_connection && m_connection->rules().largestPage > 0)
        m_query.pageSize = pageSizeFor(m_connection->rules(), mostModels);
    m_take = std::move(take);
    m_next = first;
    askMore();
}

void PageReader::stop()
{
    ++m_run;
    m_pause.stop();
    for (Asked &page : std::exchange(m_asked, {}))
        page.request.cancel();
    m_take = {};
    m_atOnce = 1;
    m_lastExpected = 0;
    m_pauses = 0;
    m_isHeld = false;
}

void PageReader::hold(bool held)
{
    m_isHeld = held;
    askMore();
}

void PageReader::askMore()
{
    while (m_take && m_connection && !m_isHeld && !m_pause.isActive()
           && int(m_asked.size()) < m_atOnce && (m_asked.empty() || m_next <= m_lastExpected)) {
        m_asked.push_back({.number = m_next++});
        send(m_asked.back());
    }
}

void PageReader::send(Asked &page)
{
    page.moment = m_now();
    const ListScope scope = m_connection->listScope();
    m_query.provider = scope.provider;
    m_query.workspaceId = scope.provider.isEmpty() ? scope.workspaceId : QString();
    m_query.pageNumber = page.number;
    const auto attempts = std::make_shared<int>(1);
    page.request = m_connection->client().run(
        operations::listModels(m_query),
        [attempts](const Response &response) { *attempts = response.attempts; });
    whenDone(page.request, this,
             [this, attempts, number = page.number,
              run = m_run](const Result<operations::ModelPage> &answer) {
                 Asked *asked = run == m_run ? find(number) : nullptr;
                 if (!asked)
                     return;
                 asked->attempts = *attempts;
                 takeAnswer(number, answer);
             });
}

PageReader::Asked *PageReader::find(int number)
{
    const auto page = std::ranges::find(m_asked, number, &Asked::number);
    return page == m_asked.end() ? nullptr : &*page;
}

void PageReader::takeAnswer(int number, const Result<operations::ModelPage> &answer)
{
    Asked *page = find(number);
    page->answer = answer;
    adapt(*page);
    page->isRefused = waitsFor(*page);
    if (page->isRefused)
        page->answer.reset();
    else
        handOn();
}

void PageReader::adapt(const Asked &page)
{
    if (!*page.answer)
        m_atOnce = 1;
    else if (page.attempts > 1)
        m_atOnce = std::max(1, m_atOnce / 2);
    else
        m_atOnce = std::min(m_options.mostAtOnce, m_atOnce + 1);
    if (*page.answer)
        m_pauses = 0;
}

bool PageReader::waitsFor(const Asked &page)
{
    if (*page.answer || page.answer->error().kind != Error::Kind::Throttled
        || (!m_pause.isActive() && m_pauses >= m_options.pauses.size()))
        return false;
    if (!m_pause.isActive())
        m_pause.start(m_options.pauses[m_pauses++]);
    return true;
}

//! Whoever takes a page may stop, or start anew.
void PageReader::handOn()
{
    const int run = m_run;
    while (run == m_run && !m_asked.empty() && m_asked.front().answer) {
        const Page page{.number = m_asked.front().number,
                        .asked = m_asked.front().moment,
                        .content = *std::move(m_asked.front().answer)};
        m_asked.pop_front();
        const Take take = m_take;
        take(page);
    }
    if (run == m_run)
        askMore();
}

} // namespace modelscribe

#include "moc_pagereader.cpp"
