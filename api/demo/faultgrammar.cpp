// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/faults.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

struct Kind {
    Harm harm;
    bool applied; ///< whether the request does its work, unless the fault says so
};

const QHash<QString, Kind> &kinds()
{
    static const QHash<QString, Kind> table {{u"reset"_s, {Harm::Reset, false}},
        {u"lost"_s, {Harm::Reset, true}},
        {u"cut"_s, {Harm::Cut, true}},
        {u"garbage"_s, {Harm::Garbage, false}},
        {u"html"_s, {Harm::Html, false}},
        {u"drip"_s, {Harm::Drip, true}},
        {u"hang"_s, {Harm::Hang, false}},
        {u"empty"_s, {Harm::Empty, false}},
        {u"redirect"_s, {Harm::Redirect, false}},
        {u"broken-json"_s, {Harm::BrokenJson, true}},
        {u"wrong-type"_s, {Harm::WrongType, false}}};
    return table;
}

/// Reads the words of one fault from left to right.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
    {
    }

    domain::Result<Fault> fault()
    {
        readKind();
        while (!m_error && m_next < m_words.size())
            readClause(take());
        if (!m_error && m_fault.retryAfterSeconds && m_fault.harm != Harm::Status)
            fail(u"retry-after"_s, u"only a status can carry it"_s);
        if (m_error)
            return *m_error;
        return m_fault;
    }

private:
    QString take() { return m_words.value(m_next++); }

    void fail(const QString &word, const QString &why)
    {
        if (!m_error)
            m_error = domain::unreadable(u"fault “%1”: “%2”"_s.arg(m_words.join(u' ').left(80), word.left(40)), why);
    }

    void readKind()
    {
        const QString word = take();
        bool isNumber = false;
        const int status = word.toInt(&isNumber);
        if (isNumber && status >= 201 && status <= 999) {
            m_fault.status = status;
        } else if (const auto kind = kinds().constFind(word); kind != kinds().constEnd()) {
            m_fault.harm = kind->harm;
            m_fault.applied = kind->applied;
        } else {
            QStringList known = kinds().keys();
            known.sort();
            fail(word, u"a status from 201 to 999 is expected, or one of "_s + known.join(u", "_s));
        }
    }

    void readClause(const QString &word)
    {
        if (word == "every"_L1 || word == "at"_L1 || word == "from"_L1 || word == "p"_L1)
            readWhen(word);
        else if (word == "on"_L1)
            readWhere();
        else if (word == "retry-after"_L1)
            m_fault.retryAfterSeconds = count(word, 0, 1'000'000);
        else if (word == "applied"_L1)
            m_fault.applied = true;
        else
            fail(word, u"one of every, at, from, p, on, retry-after and applied is expected"_s);
    }

    void readWhen(const QString &word)
    {
        if (std::exchange(m_timed, true)) {
            fail(word, u"only one of every, at, from and p can be meant"_s);
            return;
        }
        if (word == "every"_L1) {
            m_fault.every = count(word, 1, 1'000'000);
        } else if (word == "at"_L1) {
            m_fault.first = count(word, 1, 1'000'000);
        } else if (word == "from"_L1) {
            m_fault.first = count(word, 1, 1'000'000);
            if (const QString to = take(); to != "to"_L1)
                fail(to, u"“to” is expected"_s);
            m_fault.last = count(u"to"_s, *m_fault.first, 1'000'000);
        } else {
            const QString share = take();
            bool isNumber = false;
            m_fault.share = share.toDouble(&isNumber);
            if (!isNumber || !(*m_fault.share > 0 && *m_fault.share <= 1))
                fail(share, u"a share above 0 and up to 1 is expected after p"_s);
        }
    }

    void readWhere()
    {
        const QString method = take();
        const QStringList methods {u"GET"_s, u"POST"_s, u"PUT"_s, u"DELETE"_s};
        if (method != "*"_L1 && !methods.contains(method))
            fail(method, u"GET, POST, PUT, DELETE or * is expected after on"_s);
        m_fault.method = method == "*"_L1 ? QByteArray() : method.toLatin1();
        m_fault.path = take();
        if (!m_fault.path.startsWith(u'/') && !m_fault.path.startsWith(u'*'))
            fail(m_fault.path, u"a path with / or * at its start is expected"_s);
    }

    int count(const QString &after, int least, int most)
    {
        const QString word = take();
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (isNumber && number >= least && number <= most)
            return number;
        fail(word,
            u"a whole number from %1 to %2 is expected after %3"_s.arg(
                QString::number(least), QString::number(most), after));
        return least;
    }

    QStringList m_words;
    qsizetype m_next = 0;
    bool m_timed = false;
    Fault m_fault;
    std::optional<domain::Error> m_error;
};

}

domain::Result<Fault> Fault::parse(const QString &text)
{
    return Reader(text).fault();
}

}
