-- What all workloads share: lists read from files, answers counted, and one line of JSON at the end.
-- The directory with the lists is in BENCH_STATE; access tokens go to its file `tokens`.

local state = os.getenv("BENCH_STATE")
local threads = {}

bench = {}
bad = 0
done_ones = 0
first_bad = ""

local FORM = { ["Content-Type"] = "application/x-www-form-urlencoded" }

function bench.lines(name)
  local all = {}
  for line in io.lines(state .. "/" .. name) do
    all[#all + 1] = line
  end
  return all
end

function bench.post(path, body, authorization, cookie)
  local headers = { ["Content-Type"] = FORM["Content-Type"] }
  if authorization then headers["Authorization"] = authorization end
  if cookie then headers["Cookie"] = cookie end
  return wrk.format("POST", path, headers, body)
end

function bench.encode(text)
  return (text:gsub("[^%w%-._~]", function(c) return string.format("%%%02X", c:byte()) end))
end

local out
function bench.token(token)
  out = out or io.open(state .. "/tokens", "a")
  out:write(token, "\n")
  done_ones = done_ones + 1
end

function bench.ok()
  done_ones = done_ones + 1
end

function bench.wrong(status, body)
  bad = bad + 1
  if first_bad == "" then
    first_bad = status .. " " .. string.sub(body or "", 1, 300)
  end
end

-- First in, first out: what one answer gives to a later request.
function bench.queue(items)
  local q = { first = 1, last = #items, items = items }
  function q.push(item)
    q.last = q.last + 1
    q.items[q.last] = item
  end
  function q.pop()
    if q.first > q.last then return nil end
    local item = q.items[q.first]
    q.items[q.first] = nil
    q.first = q.first + 1
    return item
  end
  return q
end

-- The items again and again.
function bench.cycle(items)
  local at = 0
  return function()
    at = at % #items + 1
    return items[at]
  end
end

-- How often each latency was seen, in tenths of a millisecond: " 12:3401 13:2890".
function bench.counted(latency)
  local text, last, seen = {}, nil, 0
  for i = 1, #latency do
    local micros, count = latency(i)
    local tenths = math.ceil(micros / 100)
    if tenths ~= last then
      if last then text[#text + 1] = string.format(" %d:%d", last, seen) end
      last, seen = tenths, 0
    end
    seen = seen + count
  end
  if last then text[#text + 1] = string.format(" %d:%d", last, seen) end
  return table.concat(text)
end

function setup(thread)
  threads[#threads + 1] = thread
end

function done(summary, latency, requests)
  if out then out:close() end
  local wrong, good, sample = 0, 0, ""
  for _, thread in ipairs(threads) do
    wrong = wrong + thread:get("bad")
    good = good + thread:get("done_ones")
    if sample == "" then sample = thread:get("first_bad") end
  end
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT requests=%d done=%d bad=%d failed=%d micros=%d\n",
    summary.requests, good, wrong, failed, summary.duration))
  io.write("LATENCIES", bench.counted(latency), "\n")
  if sample ~= "" then io.write("WRONG ", sample:gsub("[\r\n]", " "), "\n") end
end
