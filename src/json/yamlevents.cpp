// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/yamlevents.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <QHash>

#include <sstream>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using EventKind = YamlEvent::Kind;

//! The parser of yaml-cpp gives up at 500 by itself.
constexpr std::size_t maxYamlDepth = 512;

QString placed(const YAML::Mark &mark, const QString &what)
{
    return u"%1 at line %2 column %3"_s.arg(what).arg(mark.line + 1).arg(mark.column + 1);
}

class Collector : public YAML::EventHandler
{
public:
    YamlEvents take() { return std::move(m_result); }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_started)
            throw YAML::ParserException(mark, "more than one document");
        m_started = true;
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(EventKind::Null, mark, anchor);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto target = m_anchors.constFind(anchor);
        if (target == m_anchors.cend() || m_result.events[*target].after == 0)
            throw YAML::ParserException(mark, "an alias to what it stands in");
        add(EventKind::Alias, mark, YAML::NullAnchor);
        m_result.events.back().target = *target;
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        add(isPlain(tag) ? EventKind::Plain : EventKind::Text, mark, anchor);
        YamlEvent &event = m_result.events.back();
        event.begin = quint32(m_result.texts.size());
        event.size = quint32(value.size());
        m_result.texts.append(value.data(), qsizetype(value.size()));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(EventKind::List, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(EventKind::Map, mark, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    //! "?": without quotation marks and tag. The tags of numbers ask to read a text like that.
    static bool isPlain(const std::string &tag)
    {
        const auto view = QByteArrayView(tag.data(), qsizetype(tag.size()));
        constexpr QByteArrayView core("tag:yaml.org,2002:");
        if (!view.startsWith(core))
            return view == QByteArrayView("?");
        const QByteArrayView name = view.sliced(core.size());
        return name == QByteArrayView("int") || name == QByteArrayView("float")
               || name == QByteArrayView("bool") || name == QByteArrayView("null");
    }

    void add(EventKind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        const auto index = quint32(m_result.events.size());
        const bool container = kind == EventKind::List || kind == EventKind::Map;
        m_result.events.push_back({.kind = kind,
                                   .after = container ? 0 : index + 1,
                                   .line = mark.line + 1,
                                   .column = mark.column + 1});
        if (anchor != YAML::NullAnchor)
            m_anchors.insert(anchor, index);
    }

    void open(EventKind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (m_open.size() >= maxYamlDepth)
            throw YAML::ParserException(mark, "nested too deeply");
        m_open.push_back(quint32(m_result.events.size()));
        add(kind, mark, anchor);
    }

    void close()
    {
        m_result.events.push_back({.kind = EventKind::End});
        m_result.events[m_open.back()].after = quint32(m_result.events.size());
        m_open.pop_back();
    }

    YamlEvents m_result;
    QHash<YAML::anchor_t, quint32> m_anchors;
    std::vector<quint32> m_open;
    bool m_started = false;
};

} // namespace

Result<YamlEvents> readYaml(QByteArrayView utf8)
{
    // The library throws, also std::out_of_range and the like for what it did not expect.
    try {
        std::istringstream stream(std::string(utf8.data(), std::size_t(utf8.size())));
        YAML::Parser parser(stream);
        Collector collector;
        if (!parser.HandleNextDocument(collector))
            return failure(Error::Kind::Decode, u"empty at line 1 column 1"_s);
        while (parser.HandleNextDocument(collector)) { }
        return collector.take();
    } catch (const YAML::Exception &problem) {
        return failure(Error::Kind::Decode,
                       placed(problem.mark, QString::fromStdString(problem.msg)));
    } catch (const std::exception &problem) {
        return failure(Error::Kind::Decode, QString::fromUtf8(problem.what()));
    }
}

} // namespace modelscribe
